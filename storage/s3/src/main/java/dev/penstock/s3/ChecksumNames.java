package dev.penstock.s3;

import dev.penstock.core.object.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;

/// Our algorithms in the SDK's words.
final class ChecksumNames {

    /// What an upload is opened with so that its parts may carry this checksum
    /// (<https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html>).
    /// `Content-MD5` needs nothing.
    static void describe(
            CreateMultipartUploadRequest.Builder request, ChecksumAlgorithm algorithm) {
        switch (algorithm) {
            case CRC64NVME -> describe(request, "CRC64NVME", ChecksumType.FULL_OBJECT);
            case CRC32C -> describe(request, "CRC32C", ChecksumType.FULL_OBJECT);
            case SHA256 -> describe(request, "SHA256", ChecksumType.COMPOSITE);
            case MD5 -> {}
        }
    }

    private static void describe(
            CreateMultipartUploadRequest.Builder request, String name, ChecksumType type) {
        request.checksumAlgorithm(name).checksumType(type);
    }

    private ChecksumNames() {}
}
