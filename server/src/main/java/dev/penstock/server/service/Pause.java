package dev.penstock.server.service;

import java.time.Duration;

/// Waits for what others do.
@FunctionalInterface
public interface Pause {
    /// By the machine's clock; an interrupt ends the work that waits.
    Pause SLEEP =
            length -> {
                try {
                    Thread.sleep(length);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while waiting", e);
                }
            };

    void lasting(Duration length);
}
