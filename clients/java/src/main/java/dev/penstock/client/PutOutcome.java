package dev.penstock.client;

import java.time.Duration;
import java.util.Optional;

/// What became of one attempt at a part.
sealed interface PutOutcome {

    /// @param etag without quotes
    record Stored(Optional<String> etag) implements PutOutcome {}

    /// @param s3Code S3's word for it; empty when the answer had none
    record Refused(int status, String s3Code, Optional<Duration> retryAfter)
            implements PutOutcome {}

    /// It is not known whether the part arrived.
    record NoAnswer(String reason) implements PutOutcome {}
}
