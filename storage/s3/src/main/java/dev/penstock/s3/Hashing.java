package dev.penstock.s3;

import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.CRC32C;

/// The checksums that the JDK makes.
final class Hashing {

    /// @param bytes read to its limit
    /// @throws IllegalArgumentException for CRC64NVME, which the JDK has not
    static Checksum checksum(ChecksumAlgorithm algorithm, ByteBuffer bytes) {
        byte[] value =
                switch (algorithm) {
                    case CRC32C -> crc32c(bytes);
                    case SHA256 -> digest("SHA-256", bytes);
                    case MD5 -> digest("MD5", bytes);
                    case CRC64NVME -> throw new IllegalArgumentException("not of the JDK");
                };
        return new Checksum(algorithm, Base64.getEncoder().encodeToString(value));
    }

    private static byte[] crc32c(ByteBuffer bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        return ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
    }

    private static byte[] digest(String name, ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance(name);
            digest.update(bytes);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + name, e);
        }
    }

    private Hashing() {}
}
