package dev.penstock.sigv4;

import java.time.Duration;
import java.time.Instant;

/// The time within which a signature counts.
sealed interface Validity {
    /// How far the clocks of the two sides may be apart
    /// (<https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html>,
    /// `RequestTimeTooSkewed`).
    Duration SKEW = Duration.ofMinutes(15);

    /// @throws RefusedException if a signature of `signedAt` does not count now
    void check(Instant signedAt, Instant now);

    /// A request that is sent at once after it was signed.
    record AtOnce() implements Validity {
        @Override
        public void check(Instant signedAt, Instant now) {
            if (Duration.between(signedAt, now).abs().compareTo(SKEW) > 0) {
                throw new RefusedException(
                        Refusal.CLOCK_SKEWED,
                        "x-amz-date is more than 15 minutes from this server's time");
            }
        }
    }

    /// A presigned URL.
    record For(Duration lifetime) implements Validity {
        @Override
        public void check(Instant signedAt, Instant now) {
            if (signedAt.isAfter(now.plus(SKEW))) {
                throw new RefusedException(Refusal.NOT_YET_VALID, "this URL is not valid yet");
            }
            if (now.isAfter(signedAt.plus(lifetime))) {
                throw new RefusedException(Refusal.EXPIRED, "this URL has expired");
            }
        }
    }
}
