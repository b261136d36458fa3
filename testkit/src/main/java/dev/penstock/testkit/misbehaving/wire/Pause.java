package dev.penstock.testkit.misbehaving.wire;

import java.io.InterruptedIOException;
import java.time.Duration;

/// Waiting that ends when the front is closed.
public final class Pause {

    /// Waits.
    ///
    /// @throws InterruptedIOException if the thread is told to end meanwhile
    public static void of(Duration duration) throws InterruptedIOException {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("ended while waiting");
        }
    }

    private Pause() {}
}
