package dev.penstock.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/// How far one attempt at a part has come, and whether it still moves. Written by the connection's
/// threads, watched by the one that waits.
final class Transfer {
    private final long size;
    private final LongConsumer moved;
    private final AtomicLong sent = new AtomicLong();
    private volatile long lastMove = System.nanoTime();

    /// @param moved hears of bytes handed to the network; negative: of those that were in vain
    Transfer(long size, LongConsumer moved) {
        this.size = size;
        this.moved = moved;
    }

    void advance(int bytes) {
        lastMove = System.nanoTime();
        sent.addAndGet(bytes);
        moved.accept(bytes);
    }

    /// What was sent was in vain.
    void reset() {
        lastMove = System.nanoTime();
        long lost = sent.getAndSet(0);
        if (lost > 0) {
            moved.accept(-lost);
        }
    }

    boolean isDead(StorageTimeouts timeouts) {
        var idle = Duration.ofNanos(System.nanoTime() - lastMove);
        var allowed = sent.get() < size ? timeouts.stall() : timeouts.answer();
        return idle.compareTo(allowed) > 0;
    }
}
