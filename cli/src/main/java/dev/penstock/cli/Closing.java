package dev.penstock.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/// What must be closed at the end, the last opened first, also when a signal ends the process.
final class Closing implements AutoCloseable {
    private final Deque<Runnable> closers = new ArrayDeque<>();

    private Closing() {}

    static Closing alsoOnSignal() {
        var closing = new Closing();
        Runtime.getRuntime().addShutdownHook(new Thread(closing::close, "closing"));
        return closing;
    }

    synchronized void add(Runnable closer) {
        closers.push(closer);
    }

    @Override
    public synchronized void close() {
        while (!closers.isEmpty()) {
            closers.pop().run();
        }
    }
}
