package dev.penstock.embedded.body;

import dev.penstock.embedded.error.S3Error;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Cuts off a peer that is slower than a rate for a whole window, so that nobody holds a connection
/// with a byte now and then.
public final class RateFloor {
    private final long windowNanos;
    private final long bytesPerWindow;
    private final LongSupplier nanoTime;
    private long windowStart;
    private long bytesInWindow;

    /// @param bytesPerSecond what a peer must manage on average over each window
    public RateFloor(long bytesPerSecond, Duration window, LongSupplier nanoTime) {
        this.windowNanos = window.toNanos();
        this.bytesPerWindow = bytesPerSecond * window.toMillis() / 1000;
        this.nanoTime = nanoTime;
        this.windowStart = nanoTime.getAsLong();
    }

    /// Some bytes came through.
    ///
    /// @throws dev.penstock.embedded.error.S3Exception `RequestTimeout`
    public void moved(int bytes) {
        bytesInWindow += bytes;
        long now = nanoTime.getAsLong();
        if (now - windowStart < windowNanos) {
            return;
        }
        if (bytesInWindow < bytesPerWindow) {
            throw S3Error.REQUEST_TIMEOUT.exception();
        }
        windowStart = now;
        bytesInWindow = 0;
    }
}
