package dev.penstock.server.support;

import java.util.SplittableRandom;

/// Made-up file content.
public final class Bytes {
    public static final int MIB = 1 << 20;

    private Bytes() {}

    public static byte[] of(int length, long seed) {
        var bytes = new byte[length];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }
}
