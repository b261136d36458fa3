package dev.penstock.server.http;

import java.time.Duration;

/// What one client may cost the service.
///
/// @param idle how long a connection may be silent
/// @param slowWindow over how long a client's rate is measured, whole seconds
/// @param leastBytesASecond a client that sends less over the window is cut off
/// @param mostConnections open at once
/// @param grace how long requests in flight may go on after the stop
public record HttpLimits(
        Duration idle,
        Duration slowWindow,
        long leastBytesASecond,
        int mostConnections,
        Duration grace) {

    /// 1 KiB/s over 30 s, 10,000 connections, 30 s to finish.
    public static final HttpLimits STANDARD =
            new HttpLimits(
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30),
                    1024,
                    10_000,
                    Duration.ofSeconds(30));
}
