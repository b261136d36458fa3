package dev.penstock.server.service;

import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The buffers in which direct uploads become parts: a quarter of the memory at most, handed out in
/// turn and part by part, so that many uploads at once go slower and not over.
final class PartBuffers {
    /// The least that S3 takes as a part, and so the most that one PUT of ours has.
    static final int PART = 5 << 20;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(10);

    private final Semaphore free;

    PartBuffers(long memory) {
        this.free = new Semaphore(Math.clamp(memory / 4 / PART, 2, 1000), true);
    }

    /// A buffer to be given back by closing it.
    final class Lent implements AutoCloseable {
        final byte[] bytes = new byte[PART];

        @Override
        public void close() {
            free.release();
        }
    }

    /// @throws ProblemException `quota-exceeded` when none comes free in time
    Lent lend() {
        try {
            if (free.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Lent();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Problem.Later(
                        ProblemCode.QUOTA_EXCEEDED,
                        "Too many direct uploads at once: repeat the call, or use part URLs.",
                        ASK_AGAIN)
                .asException();
    }
}
