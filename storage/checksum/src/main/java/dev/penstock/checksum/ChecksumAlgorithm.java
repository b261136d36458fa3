package dev.penstock.checksum;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// A checksum that S3 takes with an object or a part and refuses other bytes by.
///
/// Names, headers and the split into whole-object and composite checksums:
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html>.
public enum ChecksumAlgorithm {
    CRC32("x-amz-checksum-crc32", 4),
    CRC32C("x-amz-checksum-crc32c", 4),
    CRC64NVME("x-amz-checksum-crc64nvme", 8),
    SHA1("x-amz-checksum-sha1", 20),
    SHA256("x-amz-checksum-sha256", 32),
    MD5("content-md5", 16);

    private final String headerName;
    private final int byteLength;

    ChecksumAlgorithm(String headerName, int byteLength) {
        this.headerName = headerName;
        this.byteLength = byteLength;
    }

    /// The algorithm that S3 calls so (`CRC64NVME`), upper case only.
    public static Optional<ChecksumAlgorithm> byS3Name(String name) {
        return Arrays.stream(values()).filter(a -> a.s3Name().equals(name)).findFirst();
    }

    /// The algorithm whose value travels in this header, in any case.
    public static Optional<ChecksumAlgorithm> byHeaderName(String name) {
        return Arrays.stream(values()).filter(a -> a.headerName.equalsIgnoreCase(name)).findFirst();
    }

    /// The name as S3 writes it in `x-amz-checksum-algorithm` and in XML, as `CRC64NVME`.
    public String s3Name() {
        return name();
    }

    /// The header that carries the value, in lower case, as `x-amz-checksum-crc64nvme`.
    public String headerName() {
        return headerName;
    }

    /// Bytes of a value before base64.
    public int byteLength() {
        return byteLength;
    }

    /// Whether the checksum of a whole object follows from those of its parts (S3's `FULL_OBJECT`
    /// type), so that [#combine] works.
    public boolean isFullObjectCombinable() {
        return switch (this) {
            case CRC32, CRC32C, CRC64NVME -> true;
            case SHA1, SHA256, MD5 -> false;
        };
    }

    /// The checksum of the bytes behind `a` followed by the bytes behind `b`.
    ///
    /// @param lengthOfB how many bytes `b` stands for
    /// @throws IllegalArgumentException if a value has another length than [#byteLength] or
    ///   `lengthOfB` is negative
    /// @throws UnsupportedOperationException unless [#isFullObjectCombinable]
    public byte[] combine(byte[] a, byte[] b, long lengthOfB) {
        long first = BigEndian.value(checked(a));
        long second = BigEndian.value(checked(b));
        long combined =
                switch (this) {
                    case CRC32 -> CrcCombination.combineCrc32(first, second, lengthOfB);
                    case CRC32C -> CrcCombination.combineCrc32c(first, second, lengthOfB);
                    case CRC64NVME -> CrcCombination.combineCrc64Nvme(first, second, lengthOfB);
                    case SHA1, SHA256, MD5 ->
                            throw new UnsupportedOperationException(
                                    s3Name() + " of a whole does not follow from its parts");
                };
        return BigEndian.bytes(combined, byteLength);
    }

    /// A fresh computation.
    public StreamingChecksum newChecksum() {
        return switch (this) {
            case CRC32 -> new CrcStream(new CRC32(), byteLength);
            case CRC32C -> new CrcStream(new CRC32C(), byteLength);
            case CRC64NVME -> new CrcStream(new Crc64Nvme(), byteLength);
            case SHA1 -> new DigestStream("SHA-1");
            case SHA256 -> new DigestStream("SHA-256");
            case MD5 -> new DigestStream("MD5");
        };
    }

    /// The base64 text that S3 expects in a header, with padding.
    ///
    /// @throws IllegalArgumentException if the value has another length than [#byteLength]
    public String encode(byte[] value) {
        return Base64.getEncoder().encodeToString(checked(value));
    }

    /// The bytes behind base64 text; empty unless it is exactly the text that [#encode] would
    /// write, so no white space, missing padding, stray bits or other length.
    public Optional<byte[]> decode(String base64) {
        try {
            byte[] value = Base64.getDecoder().decode(base64);
            return value.length == byteLength && encode(value).equals(base64)
                    ? Optional.of(value)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] checked(byte[] value) {
        if (value.length != byteLength) {
            throw new IllegalArgumentException(
                    "a " + s3Name() + " has " + byteLength + " bytes, not " + value.length);
        }
        return value;
    }
}
