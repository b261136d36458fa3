package dev.penstock.core.object;

import java.util.Arrays;
import java.util.Optional;

/// The checksums that callers may ask for, best first (Amazon S3 User Guide, "Checking object
/// integrity"). `MD5` travels as `Content-MD5` (RFC 1864), which every S3 enforces.
public enum ChecksumAlgorithm {
    CRC64NVME(8, "x-amz-checksum-crc64nvme"),
    CRC32C(4, "x-amz-checksum-crc32c"),
    SHA256(32, "x-amz-checksum-sha256"),
    MD5(16, "content-md5");

    private final int length;
    private final String header;

    ChecksumAlgorithm(int length, String header) {
        this.length = length;
        this.header = header;
    }

    /// Bytes of a value.
    public int length() {
        return length;
    }

    /// The request header that carries a value, lower case.
    public String header() {
        return header;
    }

    /// Whether the checksum of a whole file follows from those of its parts, so that a storage can
    /// hold it against an object of many parts (`FULL_OBJECT`).
    public boolean combinesOverParts() {
        return this == CRC64NVME || this == CRC32C;
    }

    /// Reads a name as callers write it, in any case.
    public static Optional<ChecksumAlgorithm> named(String name) {
        return Arrays.stream(values()).filter(a -> a.name().equalsIgnoreCase(name)).findFirst();
    }
}
