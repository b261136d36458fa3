package dev.penstock.s3;

import dev.penstock.core.object.ObjectStoreException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;

/// Says in an operator's words what is wrong with a bucket. An answer to `HeadBucket` has no body,
/// so its status is all that is known
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html>).
final class BucketCheck {

    static void require(S3Client client, BucketAddress address) {
        HeadBucketRequest request = HeadBucketRequest.builder().bucket(address.bucket()).build();
        try {
            StorageCall.make("HeadBucket", () -> client.headBucket(request));
        } catch (ObjectStoreException.Refused e) {
            throw new ObjectStoreException.Refused(
                    "the bucket %s at %s %s: %s"
                            .formatted(
                                    address.bucket(), address.control(), reason(e), e.getMessage()),
                    e);
        }
    }

    private static String reason(ObjectStoreException.Refused refused) {
        int status = refused.getCause() instanceof StorageAnswer answer ? answer.status() : 0;
        return switch (status) {
            case 301, 307, 308, 400 -> "is not in the region that is set";
            case 403 -> "may not be used with these credentials";
            case 404 -> "does not exist (or the storage does not know the access key)";
            default -> "cannot be used";
        };
    }
}
