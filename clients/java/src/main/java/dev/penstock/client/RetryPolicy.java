package dev.penstock.client;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How long to wait before something that failed is tried again, and when to stop trying.
///
/// Waits double from `firstDelay` to `maxDelay`; half of each is random, so that many clients cut
/// off at once do not come back at once. A `Retry-After` is waited for in full. *What* is tried
/// again is in [StorageRemedy] and [ServiceRemedy].
///
/// @param firstDelay before the second attempt
/// @param maxDelay the longest wait that nobody asked for
/// @param patience how long one thing may keep failing before it is given up
public record RetryPolicy(Duration firstDelay, Duration maxDelay, Duration patience) {

    /// @throws IllegalArgumentException unless `0 < firstDelay <= maxDelay` and patience is not
    ///   negative
    public RetryPolicy {
        if (!firstDelay.isPositive()
                || firstDelay.compareTo(maxDelay) > 0
                || patience.isNegative()) {
            throw new IllegalArgumentException(
                    "0 < firstDelay <= maxDelay and patience >= 0, not %s, %s, %s"
                            .formatted(firstDelay, maxDelay, patience));
        }
    }

    /// 0.5 s to 30 s, for 15 minutes: a restart of the service or a short outage of the network
    /// passes unnoticed.
    public static RetryPolicy usual() {
        return new RetryPolicy(
                Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(15));
    }

    /// The same waits for longer or shorter.
    public RetryPolicy withPatience(Duration newPatience) {
        return new RetryPolicy(firstDelay, maxDelay, newPatience);
    }

    /// The wait after an attempt that failed.
    ///
    /// @param failures how many there were in a row, from 1
    /// @param retryAfter what the other side asked for
    Duration delay(int failures, Optional<Duration> retryAfter, RandomGenerator random) {
        int doublings = Math.min(failures - 1, 30);
        long ceiling = Math.min(maxDelay.toNanos(), firstDelay.toNanos() << doublings);
        if (ceiling <= 0) {
            ceiling = maxDelay.toNanos();
        }
        var backOff = Duration.ofNanos(ceiling / 2 + random.nextLong(ceiling / 2 + 1));
        return retryAfter.filter(asked -> asked.compareTo(backOff) > 0).orElse(backOff);
    }
}
