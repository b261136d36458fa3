package dev.penstock.sigv4;

import java.time.Duration;

/// How long a presigned URL may live
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html>,
/// `X-Amz-Expires`).
final class Expiry {
    static final long MIN_SECONDS = 1;
    static final long MAX_SECONDS = 604_800;

    static long seconds(Duration expiry) {
        long seconds = expiry.toSeconds();
        if (seconds < MIN_SECONDS
                || seconds > MAX_SECONDS
                || !expiry.equals(Duration.ofSeconds(seconds))) {
            throw new IllegalArgumentException(
                    "a presigned URL lives 1 to 604800 whole seconds, not " + expiry);
        }
        return seconds;
    }

    private Expiry() {}
}
