package dev.penstock.embedded.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/// Steps in the order of keys, which is that of their UTF-8 bytes.
final class KeyOrder {

    /// The first possible key behind this one.
    static byte[] after(String key) {
        byte[] bytes = key.getBytes(UTF_8);
        return Arrays.copyOf(bytes, bytes.length + 1);
    }

    /// The first possible key behind all that begin so. A prefix is UTF-8, so its last byte is
    /// never the highest one.
    static byte[] afterAll(String prefix) {
        byte[] bytes = prefix.getBytes(UTF_8);
        bytes[bytes.length - 1]++;
        return bytes;
    }

    /// The later of two places.
    static byte[] later(byte[] a, byte[] b) {
        return Arrays.compareUnsigned(a, b) < 0 ? b : a;
    }

    private KeyOrder() {}
}
