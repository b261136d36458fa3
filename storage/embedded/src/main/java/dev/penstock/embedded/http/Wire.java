package dev.penstock.embedded.http;

import java.time.Duration;

/// How much patience there is with clients.
///
/// @param idle how long nothing may come or go
/// @param bytesPerSecond what a client must send or take on average over [#rateWindow]
/// @param rateWindow over which that is measured
/// @param connections how many there may be at once
/// @param drainBytes how much of a refused body is still read
/// @param drainTime for how long
public record Wire(
        Duration idle,
        long bytesPerSecond,
        Duration rateWindow,
        int connections,
        long drainBytes,
        Duration drainTime) {

    /// What the storage runs with.
    public static final Wire DEFAULT =
            new Wire(
                    Duration.ofSeconds(30),
                    1024,
                    Duration.ofSeconds(30),
                    10_000,
                    64 << 20,
                    Duration.ofSeconds(5));
}
