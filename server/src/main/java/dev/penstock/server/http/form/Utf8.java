package dev.penstock.server.http.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/// Text that must be what it says it is.
final class Utf8 {

    /// @throws CharacterCodingException where it is not UTF-8
    static String strictly(byte[] bytes) throws CharacterCodingException {
        return strictly(bytes, UTF_8);
    }

    static String strictly(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /// Text that was read a byte a character.
    static String ofBytes(String text) throws CharacterCodingException {
        return strictly(text.getBytes(ISO_8859_1));
    }

    private Utf8() {}
}
