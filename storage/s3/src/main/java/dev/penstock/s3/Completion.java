package dev.penstock.s3;

import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.StoredPart;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/// What a request to `CompleteMultipartUpload` says
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html>).
final class Completion {

    static void describe(
            CompleteMultipartUploadRequest.Builder request,
            List<StoredPart> parts,
            Optional<Checksum> whole) {
        List<CompletedPart> named = parts.stream().map(Completion::part).toList();
        request.multipartUpload(CompletedMultipartUpload.builder().parts(named).build());
        whole.ifPresent(checksum -> addWhole(request, checksum));
    }

    /// Where an upload was opened with an algorithm, storages want to hear the checksum of each
    /// part again; elsewhere a listing shows none, or one that the storage computed and takes back.
    private static CompletedPart part(StoredPart part) {
        CompletedPart.Builder named =
                CompletedPart.builder()
                        .partNumber(part.number().value())
                        .eTag('"' + part.etag().value() + '"');
        part.checksum().ifPresent(checksum -> add(named, checksum));
        return named.build();
    }

    private static void add(CompletedPart.Builder part, Checksum checksum) {
        switch (checksum.algorithm()) {
            case CRC64NVME -> part.checksumCRC64NVME(checksum.base64());
            case CRC32C -> part.checksumCRC32C(checksum.base64());
            case SHA256 -> part.checksumSHA256(checksum.base64());
            case MD5 -> part.checksumMD5(checksum.base64());
        }
    }

    private static void addWhole(
            CompleteMultipartUploadRequest.Builder request, Checksum checksum) {
        switch (checksum.algorithm()) {
            case CRC64NVME -> request.checksumCRC64NVME(checksum.base64());
            case CRC32C -> request.checksumCRC32C(checksum.base64());
            case SHA256, MD5 ->
                    throw new IllegalArgumentException(
                            "no storage holds a %s of the whole against an object of parts"
                                    .formatted(checksum.algorithm()));
        }
        request.checksumType(ChecksumType.FULL_OBJECT);
    }

    /// An answer without the object's ETag says nothing.
    ///
    /// @throws ObjectStoreException.Unavailable as the outcome is then not known
    static void requireDone(CompleteMultipartUploadResponse answer) {
        var _ = StorageCall.required(answer.eTag(), "CompleteMultipartUpload", "an ETag");
    }

    private Completion() {}
}
