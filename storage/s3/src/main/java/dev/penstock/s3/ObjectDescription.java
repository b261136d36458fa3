package dev.penstock.s3;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.ObjectChecksum;
import dev.penstock.core.object.StoredObject;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/// Reads an answer to `HeadObject`
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html>).
final class ObjectDescription {

    static StoredObject object(HeadObjectResponse answer) {
        long length = StorageCall.required(answer.contentLength(), "HeadObject", "Content-Length");
        String etag = StorageCall.required(answer.eTag(), "HeadObject", "an ETag");
        return new StoredObject(new ByteCount(length), new ETag(etag), checksum(answer));
    }

    private static Optional<ObjectChecksum> checksum(HeadObjectResponse answer) {
        return Stream.of(ChecksumAlgorithm.values())
                .flatMap(a ->
                        value(answer, a)
                                .map(v -> new ObjectChecksum(a, type(answer, v), v))
                                .stream())
                .findFirst();
    }

    private static Optional<String> value(HeadObjectResponse answer, ChecksumAlgorithm algorithm) {
        return Optional.ofNullable(
                switch (algorithm) {
                    case CRC64NVME -> answer.checksumCRC64NVME();
                    case CRC32C -> answer.checksumCRC32C();
                    case SHA256 -> answer.checksumSHA256();
                    case MD5 -> answer.checksumMD5();
                });
    }

    /// A storage that does not name the type knows composite checksums only for objects of parts,
    /// whose ETag ends in `-N`.
    private static ObjectChecksum.Type type(HeadObjectResponse answer, String value) {
        boolean ofParts = value.contains("-") || answer.eTag().contains("-");
        boolean whole =
                answer.checksumType() == null
                        ? !ofParts
                        : answer.checksumType() == ChecksumType.FULL_OBJECT;
        return whole ? ObjectChecksum.Type.FULL_OBJECT : ObjectChecksum.Type.COMPOSITE;
    }

    private ObjectDescription() {}
}
