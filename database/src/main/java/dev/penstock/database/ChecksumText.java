package dev.penstock.database;

import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.ObjectChecksum;

/// Checksums in JSON columns: `CRC64NVME:<base64>`, of whole objects
/// `CRC64NVME:FULL_OBJECT:<base64>`.
final class ChecksumText {
    private ChecksumText() {}

    static String of(Checksum checksum) {
        return checksum.algorithm() + ":" + checksum.base64();
    }

    static Checksum checksum(String text) {
        String[] fields = text.split(":", 2);
        return new Checksum(ChecksumAlgorithm.valueOf(fields[0]), fields[1]);
    }

    static String of(ObjectChecksum checksum) {
        return checksum.algorithm() + ":" + checksum.type() + ":" + checksum.base64();
    }

    static ObjectChecksum objectChecksum(String text) {
        String[] fields = text.split(":", 3);
        return new ObjectChecksum(
                ChecksumAlgorithm.valueOf(fields[0]),
                ObjectChecksum.Type.valueOf(fields[1]),
                fields[2]);
    }
}
