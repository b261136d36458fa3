package dev.penstock.s3;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.ObjectChecksum;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.StoredObject;
import dev.penstock.core.object.StoredPart;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/// Reads answers to `PutObject` and `UploadPart`
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html>).
final class SentAnswer {

    /// @param size what was sent
    static StoredObject object(PutObjectResponse answer, long size) {
        return new StoredObject(
                new ByteCount(size),
                etag(answer.eTag(), "PutObject"),
                checksum(algorithm -> value(answer, algorithm))
                        .map(found ->
                                new ObjectChecksum(
                                        found.algorithm(),
                                        ObjectChecksum.Type.FULL_OBJECT,
                                        found.base64())));
    }

    /// @param size what was sent
    static StoredPart part(UploadPartResponse answer, PartNumber number, long size) {
        return new StoredPart(
                number,
                new ByteCount(size),
                etag(answer.eTag(), "UploadPart"),
                checksum(algorithm -> value(answer, algorithm)));
    }

    private static ETag etag(@Nullable String value, String operation) {
        return new ETag(StorageCall.required(value, operation, "an ETag"));
    }

    private static Optional<Checksum> checksum(
            Function<ChecksumAlgorithm, @Nullable String> answer) {
        return Stream.of(ChecksumAlgorithm.values())
                .flatMap(algorithm ->
                        Stream.ofNullable(answer.apply(algorithm))
                                .map(value -> new Checksum(algorithm, value)))
                .findFirst();
    }

    private static @Nullable String value(PutObjectResponse answer, ChecksumAlgorithm algorithm) {
        return switch (algorithm) {
            case CRC64NVME -> answer.checksumCRC64NVME();
            case CRC32C -> answer.checksumCRC32C();
            case SHA256 -> answer.checksumSHA256();
            case MD5 -> answer.checksumMD5();
        };
    }

    private static @Nullable String value(UploadPartResponse answer, ChecksumAlgorithm algorithm) {
        return switch (algorithm) {
            case CRC64NVME -> answer.checksumCRC64NVME();
            case CRC32C -> answer.checksumCRC32C();
            case SHA256 -> answer.checksumSHA256();
            case MD5 -> answer.checksumMD5();
        };
    }

    private SentAnswer() {}
}
