package dev.penstock.embedded.operation;

import dev.penstock.embedded.error.S3Error;

/// The rule for names of buckets
/// (<https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html>).
public final class BucketName {
    /// @throws dev.penstock.embedded.error.S3Exception `InvalidBucketName`
    public static void check(String name) {
        if (!name.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]") || name.contains("..")) {
            throw S3Error.INVALID_BUCKET_NAME.exception().with("BucketName", name);
        }
    }

    private BucketName() {}
}
