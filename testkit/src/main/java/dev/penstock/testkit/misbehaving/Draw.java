package dev.penstock.testkit.misbehaving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Chance that is the same in every run and on every machine.
final class Draw {
    private static final double UNIT = 0x1.0p-53;

    /// A number from 0 to below 1 that only seed and text decide.
    static double of(long seed, String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest((seed + "|" + text).getBytes(UTF_8));
            return (ByteBuffer.wrap(hash).getLong() >>> 11) * UNIT;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Draw() {}
}
