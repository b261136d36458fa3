package dev.penstock.embedded.operation;

import dev.penstock.embedded.catalog.ObjectKey;
import dev.penstock.embedded.catalog.StoredObject;
import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.http.S3Request;
import java.util.Optional;

/// Under which conditions an object may be written: `If-None-Match: *` only where there is none,
/// `If-Match` only over a known one
/// (<https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html>).
///
/// @param ifMatch an ETag
/// @param ifNoneMatch `*`
record WriteConditions(Optional<String> ifMatch, Optional<String> ifNoneMatch) {

    /// @throws dev.penstock.embedded.error.S3Exception `NotImplemented` for other conditions
    static WriteConditions of(S3Request request) {
        if (request.headers().has("if-modified-since")
                || request.headers().has("if-unmodified-since")) {
            throw S3Error.NOT_IMPLEMENTED.exception();
        }
        Optional<String> ifNoneMatch = request.header("if-none-match");
        if (ifNoneMatch.isPresent() && !ifNoneMatch.get().equals("*")) {
            throw S3Error.NOT_IMPLEMENTED.exception().with("Header", "If-None-Match");
        }
        return new WriteConditions(request.header("if-match"), ifNoneMatch);
    }

    /// @param present what is under the key
    /// @throws dev.penstock.embedded.error.S3Exception `PreconditionFailed` or `NoSuchKey`
    void check(ObjectKey where, Optional<StoredObject> present) {
        if (ifNoneMatch.isPresent() && present.isPresent()) {
            throw S3Error.PRECONDITION_FAILED.exception().with("Condition", "If-None-Match");
        }
        if (ifMatch.isPresent()) {
            StoredObject object = present.orElseThrow(() -> Storage.noSuchKey(where));
            if (!Etag.matches(ifMatch.get(), object.etag())) {
                throw S3Error.PRECONDITION_FAILED.exception().with("Condition", "If-Match");
            }
        }
    }
}
