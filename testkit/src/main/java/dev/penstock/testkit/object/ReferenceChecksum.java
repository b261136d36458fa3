package dev.penstock.testkit.object;

import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.CRC32C;

/// Checksums from the JDK, and CRC-64/NVME bit by bit after its published parameters (NVM Express
/// Command Set Specification; reflected polynomial `0x9a6c9329ac4bc9b5`, all ones in and out), so
/// that the product's own code is held against something else.
public final class ReferenceChecksum {
    private static final long CRC64NVME_POLYNOMIAL = 0x9a6c9329ac4bc9b5L;

    public static Checksum of(ChecksumAlgorithm algorithm, byte[] bytes) {
        byte[] value =
                switch (algorithm) {
                    case CRC64NVME ->
                            ByteBuffer.allocate(Long.BYTES).putLong(crc64Nvme(bytes)).array();
                    case CRC32C -> ByteBuffer.allocate(Integer.BYTES).putInt(crc32c(bytes)).array();
                    case SHA256 -> digest("SHA-256", bytes);
                    case MD5 -> digest("MD5", bytes);
                };
        return new Checksum(algorithm, Base64.getEncoder().encodeToString(value));
    }

    private static long crc64Nvme(byte[] bytes) {
        long crc = -1;
        for (byte b : bytes) {
            crc ^= b & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ CRC64NVME_POLYNOMIAL;
            }
        }
        return ~crc;
    }

    private static int crc32c(byte[] bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static byte[] digest(String name, byte[] bytes) {
        try {
            return MessageDigest.getInstance(name).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private ReferenceChecksum() {}
}
