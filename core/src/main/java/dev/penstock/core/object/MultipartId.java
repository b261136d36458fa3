package dev.penstock.core.object;

/// The storage's own id of a multipart upload (`UploadId` in S3), opaque.
public record MultipartId(String value) {
    public MultipartId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a multipart id cannot be empty");
        }
    }
}
