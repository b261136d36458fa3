package dev.penstock.sigv4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;

/// ASCII text that starts with a constant and is put together again and again behind it.
final class AsciiBuffer {
    private final int start;
    private byte[] bytes;
    private int length;

    AsciiBuffer(String constant) {
        this.bytes = Arrays.copyOf(constant.getBytes(ISO_8859_1), constant.length() + 256);
        this.start = constant.length();
        this.length = start;
    }

    /// Leaves nothing but the constant.
    AsciiBuffer restart() {
        length = start;
        return this;
    }

    AsciiBuffer append(byte[] text) {
        makeRoom(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    AsciiBuffer append(String text) {
        makeRoom(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        return this;
    }

    /// Appends decimal digits of a number that is not negative.
    AsciiBuffer append(long number) {
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        makeRoom(digits);
        long rest = number;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    AsciiBuffer appendHex(byte[] raw) {
        makeRoom(2 * raw.length);
        Hex.write(raw, bytes, length);
        length += 2 * raw.length;
        return this;
    }

    void feed(MessageDigest digest) {
        digest.update(bytes, 0, length);
    }

    void feed(Mac mac) {
        mac.update(bytes, 0, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, ISO_8859_1);
    }

    private void makeRoom(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, 2 * (length + more));
        }
    }
}
