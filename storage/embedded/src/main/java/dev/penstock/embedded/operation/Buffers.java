package dev.penstock.embedded.operation;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/// Buffers that are used again. Only so many are large; when they are out, the next borrower gets a
/// small one of its own, so that thousands of slow clients do not add up.
final class Buffers {
    private static final int SMALL = 16 * 1024;

    /// For sending objects: at most 16 MiB in all.
    static final Buffers READING = new Buffers(128 * 1024, 128, ByteBuffer::allocateDirect);

    /// For bodies that come in: at most 32 MiB in all, on the heap, where hashing is fastest.
    static final Buffers RECEIVING = new Buffers(256 * 1024, 128, ByteBuffer::allocate);

    private final int size;
    private final IntFunction<ByteBuffer> allocate;
    private final Semaphore left;
    private final Queue<ByteBuffer> idle = new ConcurrentLinkedQueue<>();

    Buffers(int size, int count, IntFunction<ByteBuffer> allocate) {
        this.size = size;
        this.allocate = allocate;
        this.left = new Semaphore(count);
    }

    Lease borrow() {
        if (!left.tryAcquire()) {
            return new Lease(ByteBuffer.allocate(SMALL), () -> {});
        }
        ByteBuffer waiting = idle.poll();
        ByteBuffer buffer = waiting == null ? allocate.apply(size) : waiting.clear();
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
