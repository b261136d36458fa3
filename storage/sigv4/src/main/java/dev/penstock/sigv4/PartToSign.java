package dev.penstock.sigv4;

import java.util.Optional;
import java.util.OptionalLong;

/// One part of a multipart upload whose PUT is to be presigned.
///
/// @param partNumber 1 to 10,000
/// @param contentLength bytes that the part must have, if that is to be signed
/// @param checksum header that the sender must send, `content-md5` or `x-amz-checksum-…` with its
///   base64 value
public record PartToSign(int partNumber, OptionalLong contentLength, Optional<Header> checksum) {
    private static final int MAX_PART_NUMBER = 10_000;

    /// @throws IllegalArgumentException if a number is out of range, or the header is not a
    ///   checksum's or its value not visible ASCII
    public PartToSign {
        if (partNumber < 1 || partNumber > MAX_PART_NUMBER) {
            throw new IllegalArgumentException("a part number is 1 to 10000, not " + partNumber);
        }
        if (contentLength.isPresent() && contentLength.getAsLong() < 0) {
            throw new IllegalArgumentException("a part has a negative length");
        }
        checksum.ifPresent(PartToSign::requireChecksum);
    }

    /// A part of any length and content.
    public static PartToSign of(int partNumber) {
        return new PartToSign(partNumber, OptionalLong.empty(), Optional.empty());
    }

    /// The same part, of exactly this many bytes.
    public PartToSign withContentLength(long bytes) {
        return new PartToSign(partNumber, OptionalLong.of(bytes), checksum);
    }

    /// The same part, of exactly the bytes behind this checksum.
    public PartToSign withChecksum(Header header) {
        return new PartToSign(partNumber, contentLength, Optional.of(header));
    }

    private static void requireChecksum(Header header) {
        if (!header.name().equals("content-md5") && !header.name().startsWith("x-amz-checksum-")) {
            throw new IllegalArgumentException("not the header of a checksum: " + header.name());
        }
        if (!header.value().chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException("the checksum is not base64");
        }
    }
}
