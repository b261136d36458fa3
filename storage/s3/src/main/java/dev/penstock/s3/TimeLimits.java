package dev.penstock.s3;

import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/// How long a call to the storage may take.
///
/// @param connect until a connection stands
/// @param attempt one attempt of a call that may be repeated
/// @param call such a call with its repetitions
/// @param completion a completion: some storages copy every byte before they answer
record TimeLimits(Duration connect, Duration attempt, Duration call, Duration completion) {
    static final TimeLimits DEFAULT =
            new TimeLimits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(10));

    /// A slower storage than this, in bytes a second, counts as one that does not answer.
    private static final long SLOWEST = 256L << 10;

    /// For a call that carries bytes: an attempt has the time that they take beside its own.
    Consumer<AwsRequestOverrideConfiguration.Builder> forBytes(long bytes) {
        Duration transfer = Duration.ofSeconds(bytes / SLOWEST);
        return call ->
                call.apiCallAttemptTimeout(attempt.plus(transfer))
                        .apiCallTimeout(this.call.plus(transfer.multipliedBy(2)));
    }
}
