package dev.penstock.s3;

import java.time.Duration;

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
}
