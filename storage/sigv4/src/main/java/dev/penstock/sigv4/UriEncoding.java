package dev.penstock.sigv4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;

/// Percent-encoding as S3 signs it: of the UTF-8 bytes, everything but RFC 3986's unreserved
/// characters (`A-Z a-z 0-9 - . _ ~`), upper-case hexadecimal digits.
public final class UriEncoding {
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(ISO_8859_1);
    private static final boolean[] UNRESERVED = unreserved();

    /// Encodes a name or value of a query string; `/` becomes `%2F`, a space `%20`.
    public static String encode(String text) {
        return encode(text, Slash.ENCODED);
    }

    /// Encodes an object key as part of a path; every `/` stays.
    public static String encodePath(String key) {
        return encode(key, Slash.KEPT);
    }

    /// The text behind a part of a path; `+` stays a plus sign.
    ///
    /// @throws IllegalArgumentException for an incomplete escape, one that is not hexadecimal, or
    ///   what is not UTF-8
    public static String decodePath(String encoded) {
        return decode(encoded, Plus.KEPT);
    }

    /// The text behind a name or value of a query string; `+` means a space.
    ///
    /// @throws IllegalArgumentException for an incomplete escape, one that is not hexadecimal, or
    ///   what is not UTF-8
    public static String decodeQuery(String encoded) {
        return decode(encoded, Plus.IS_SPACE);
    }

    private static String encode(String text, Slash slash) {
        byte[] bytes = text.getBytes(UTF_8);
        byte[] encoded = new byte[3 * bytes.length];
        int length = 0;
        for (byte b : bytes) {
            if ((b >= 0 && UNRESERVED[b]) || (b == '/' && slash == Slash.KEPT)) {
                encoded[length++] = b;
            } else {
                encoded[length++] = '%';
                encoded[length++] = DIGITS[(b >> 4) & 0xF];
                encoded[length++] = DIGITS[b & 0xF];
            }
        }
        return new String(encoded, 0, length, ISO_8859_1);
    }

    private static String decode(String encoded, Plus plus) {
        byte[] raw = encoded.getBytes(UTF_8);
        byte[] bytes = new byte[raw.length];
        int length = 0;
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                bytes[length++] = escaped(raw, i);
                i += 2;
            } else {
                bytes[length++] = raw[i] == '+' && plus == Plus.IS_SPACE ? (byte) ' ' : raw[i];
            }
        }
        return utf8(bytes, length);
    }

    private static byte escaped(byte[] raw, int at) {
        if (at + 2 >= raw.length
                || !HexFormat.isHexDigit(raw[at + 1])
                || !HexFormat.isHexDigit(raw[at + 2])) {
            throw new IllegalArgumentException("a % that two hexadecimal digits do not follow");
        }
        return (byte)
                ((HexFormat.fromHexDigit(raw[at + 1]) << 4) | HexFormat.fromHexDigit(raw[at + 2]));
    }

    private static String utf8(byte[] bytes, int length) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("escapes that are not UTF-8", e);
        }
    }

    private static boolean[] unreserved() {
        boolean[] unreserved = new boolean[128];
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
                .chars()
                .forEach(c -> unreserved[c] = true);
        return unreserved;
    }

    private enum Slash {
        KEPT,
        ENCODED
    }

    private enum Plus {
        KEPT,
        IS_SPACE
    }

    private UriEncoding() {}
}
