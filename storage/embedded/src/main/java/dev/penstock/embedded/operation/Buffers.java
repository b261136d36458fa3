package dev.penstock.embedded.operation;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/// Buffers that are used again. Only so many are large; when they are out, the next borrower gets a
/// small one of its own, so that thousands of slow clients do not add up.
final class Buffers {
    private static final int SMALL = 16 * 1024;

    /// For sending objects: at most 16 MiB in all.
    static final Buffers READING = new Buffers(128 * 1024, 128);

    private final int size;
    private final Semaphore left;
    private final Queue<ByteBuffer> idle = new ConcurrentLinkedQueue<>();

    Buffers(int size, int count) {
        this.size = size;
        this.left = new Semaphore(count);
    }

    Lease borrow() {
        if (!left.tryAcquire()) {
            return new Lease(ByteBuffer.allocate(SMALL), () -> {});
        }
        ByteBuffer waiting = idle.poll();
        ByteBuffer buffer = waiting == null ? ByteBuffer.allocateDirect(size) : waiting;
        return new Lease(
                buffer,
                () -> {
                    idle.add(buffer);
                    left.release();
                });
    }

    /// A buffer until it is closed.
    record Lease(ByteBuffer buffer, Runnable giveBack) implements AutoCloseable {
        @Override
        public void close() {
            giveBack.run();
        }
    }
}
