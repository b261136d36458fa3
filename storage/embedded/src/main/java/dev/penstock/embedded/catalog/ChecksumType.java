package dev.penstock.embedded.catalog;

/// Whether a checksum is that of the object's bytes, or one over the checksums of its parts.
///
/// Source:
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html>.
public enum ChecksumType {
    FULL_OBJECT,
    COMPOSITE
}
