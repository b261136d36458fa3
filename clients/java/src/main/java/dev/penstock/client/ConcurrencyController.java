package dev.penstock.client;

import java.util.concurrent.Semaphore;

/// Decides how many parts are on the network at a time: a fixed number.
final class ConcurrencyController {
    private final Semaphore free;

    private ConcurrencyController(int parallel) {
        free = new Semaphore(parallel, true);
    }

    static ConcurrencyController fixed(int parallel) {
        return new ConcurrencyController(parallel);
    }

    /// Waits until one more may be sent; each is to be given back.
    void acquire() throws InterruptedException {
        free.acquire();
    }

    void giveBack() {
        free.release();
    }
}
