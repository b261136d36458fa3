package dev.penstock.sigv4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// Lower-case hexadecimal.
final class Hex {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(ISO_8859_1);

    static String of(byte[] bytes) {
        byte[] hex = new byte[2 * bytes.length];
        write(bytes, hex, 0);
        return new String(hex, ISO_8859_1);
    }

    /// Writes two digits a byte to `target` from `offset` on.
    static void write(byte[] bytes, byte[] target, int offset) {
        int at = offset;
        for (byte b : bytes) {
            target[at++] = DIGITS[(b >> 4) & 0xF];
            target[at++] = DIGITS[b & 0xF];
        }
    }

    /// Whether `text` is `length` lower-case digits.
    static boolean isHex(String text, int length) {
        return text.length() == length
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    private Hex() {}
}
