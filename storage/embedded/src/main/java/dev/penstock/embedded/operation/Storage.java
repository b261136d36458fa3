package dev.penstock.embedded.operation;

import dev.penstock.embedded.blob.BlobFolder;
import dev.penstock.embedded.catalog.Catalog;
import dev.penstock.embedded.catalog.ObjectKey;
import dev.penstock.embedded.catalog.Upload;
import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.error.S3Exception;
import dev.penstock.embedded.upkeep.Housekeeping;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/// What the operations work on.
///
/// @param region that the buckets are said to be in
public record Storage(
        Catalog catalog,
        BlobFolder blobs,
        Housekeeping housekeeping,
        Clock clock,
        RandomGenerator random,
        Limits limits,
        String region) {

    /// Now, as exactly as times are kept.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    void requireBucket(String bucket) {
        if (!catalog.read(tables -> tables.buckets().exists(bucket))) {
            throw noSuchBucket(bucket);
        }
    }

    static S3Exception noSuchBucket(String bucket) {
        return S3Error.NO_SUCH_BUCKET.exception().with("BucketName", bucket);
    }

    static S3Exception noSuchKey(ObjectKey where) {
        return S3Error.NO_SUCH_KEY.exception().with("Key", where.key());
    }

    static S3Exception noSuchUpload(String id) {
        return S3Error.NO_SUCH_UPLOAD.exception().with("UploadId", id);
    }

    /// The open upload that a request names.
    Upload requireUpload(String id, ObjectKey where) {
        requireBucket(where.bucket());
        return catalog.read(tables -> tables.uploads().find(id, where))
                .orElseThrow(() -> noSuchUpload(id));
    }
}
