package dev.penstock.server.http.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Locale;

/// The value of a parameter whose name ends in `*`: `UTF-8'en'Gr%C3%BCn.pdf` (RFC 8187, which
/// replaced RFC 5987).
final class ExtendedValue {

    /// @throws IllegalArgumentException when it is malformed, of another charset than UTF-8 and
    ///   ISO-8859-1, or not of the one it names
    static String decode(String text) {
        String[] pieces = text.split("'", 3);
        if (pieces.length < 3) {
            throw new IllegalArgumentException("no charset and language before the value");
        }
        try {
            return Utf8.strictly(bytes(pieces[2]), charset(pieces[0]));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not of the charset that it names", e);
        }
    }

    private static Charset charset(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "utf-8" -> UTF_8;
            case "iso-8859-1" -> ISO_8859_1;
            default -> throw new IllegalArgumentException("another charset than UTF-8");
        };
    }

    private static byte[] bytes(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.write(octet(text, i + 1));
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static int octet(String text, int from) {
        if (from + 2 > text.length()) {
            throw new IllegalArgumentException("a percent sign without two digits");
        }
        return HexFormat.fromHexDigits(text, from, from + 2);
    }

    private ExtendedValue() {}
}
