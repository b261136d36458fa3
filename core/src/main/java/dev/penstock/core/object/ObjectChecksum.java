package dev.penstock.core.object;

/// A checksum of a whole object as the storage recorded it.
///
/// @param type whether the value covers the bytes or the checksums of the parts
/// @param base64 the value as S3 writes it; a composite one may end in `-N`, the number of parts
public record ObjectChecksum(ChecksumAlgorithm algorithm, Type type, String base64) {
    /// S3's `x-amz-checksum-type`.
    public enum Type {
        FULL_OBJECT,
        COMPOSITE
    }
}
