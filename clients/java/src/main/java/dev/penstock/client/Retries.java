package dev.penstock.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// The failures of one thing that is being tried, from its first one on. For one thread.
final class Retries {
    private final RetryPolicy policy;
    private final ProgressListener listener;
    private int failures;
    private long firstFailure;

    Retries(RetryPolicy policy, ProgressListener listener) {
        this.policy = policy;
        this.listener = listener;
    }

    int failures() {
        return failures;
    }

    /// Waits before the next attempt.
    ///
    /// @param reason why the last one failed, as a listener may show it
    /// @return false, without waiting, when the policy's patience would not outlast the wait
    /// @throws StoppedException when interrupted
    boolean pause(String reason, Optional<Duration> retryAfter) {
        return pause(reason, retryAfter, policy.patience());
    }

    /// The same, with a patience of its own.
    boolean pause(String reason, Optional<Duration> retryAfter, Duration patience) {
        long now = System.nanoTime();
        firstFailure = failures == 0 ? now : firstFailure;
        failures++;
        var delay = policy.delay(failures, retryAfter, ThreadLocalRandom.current());
        var end = Duration.ofNanos(now - firstFailure).plus(delay);
        if (end.compareTo(patience) > 0) {
            return false;
        }
        listener.on(new UploadEvent.Waiting(reason, delay));
        sleep(delay);
        return true;
    }

    private static void sleep(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            throw StoppedException.interrupted();
        }
    }
}
