package dev.penstock.embedded;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.checksum.StreamingChecksum;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/// Bytes to send and what is to be known about them.
final class Samples {
    /// The same bytes for the same seed.
    static byte[] bytes(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /// Base64.
    static String checksum(ChecksumAlgorithm algorithm, byte[] bytes) {
        StreamingChecksum checksum = algorithm.newChecksum();
        checksum.update(bytes, 0, bytes.length);
        return algorithm.encode(checksum.digest());
    }

    /// Hexadecimal.
    static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Samples() {}
}
