package dev.penstock.s3;

import dev.penstock.core.object.Checksum;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/// The checksum of a body in the header that carries it
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html>).
final class SentChecksum {

    static void describe(PutObjectRequest.Builder request, Checksum checksum) {
        switch (checksum.algorithm()) {
            case CRC64NVME -> request.checksumCRC64NVME(checksum.base64());
            case CRC32C -> request.checksumCRC32C(checksum.base64());
            case SHA256 -> request.checksumSHA256(checksum.base64());
            case MD5 -> request.contentMD5(checksum.base64());
        }
    }

    static void describe(UploadPartRequest.Builder request, Checksum checksum) {
        switch (checksum.algorithm()) {
            case CRC64NVME -> request.checksumCRC64NVME(checksum.base64());
            case CRC32C -> request.checksumCRC32C(checksum.base64());
            case SHA256 -> request.checksumSHA256(checksum.base64());
            case MD5 -> request.contentMD5(checksum.base64());
        }
    }

    private SentChecksum() {}
}
