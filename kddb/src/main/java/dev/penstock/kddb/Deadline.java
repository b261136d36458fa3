package dev.penstock.kddb;

import java.time.Duration;
import org.sqlite.ProgressHandler;

/// Ends statements of a connection when its time is over. SQLite asks every thousand steps of its
/// machine, also while it reads the schema.
final class Deadline extends ProgressHandler {
    static final int STEPS = 1_000;

    private static final int GO_ON = 0;
    private static final int STOP = 1;

    private final long end;

    Deadline(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() - end > 0;
    }

    @Override
    protected int progress() {
        return isOver() ? STOP : GO_ON;
    }
}
