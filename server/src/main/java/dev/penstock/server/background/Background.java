package dev.penstock.server.background;

import dev.penstock.core.upload.UploadId;
import dev.penstock.server.service.Leases;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The threads of what runs by itself. A chore that fails is tried again when its time comes.
public final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final Duration END = Duration.ofSeconds(30);
    private static final int RECOVERED_AT_ONCE = 8;

    private final CompletionRecovery recovery;
    private final Semaphore free = new Semaphore(RECOVERED_AT_ONCE);
    private final Set<UploadId> recovered = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(
                    3, Thread.ofPlatform().daemon().name("background-", 0).factory());
    private final ExecutorService recoveries =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("recovery-", 0).factory());

    private Background(CompletionRecovery recovery) {
        this.recovery = recovery;
    }

    /// Begins.
    ///
    /// @param lease how long leases last without being renewed
    /// @param cleanup how often the reaper comes
    public static Background start(
            Leases leases,
            Duration lease,
            CompletionRecovery recovery,
            AbandonedUploadReaper reaper,
            Duration cleanup) {
        var background = new Background(recovery);
        Duration third = lease.dividedBy(3);
        background.every(third, leases::renewAll);
        background.every(third.compareTo(RECOVERY) < 0 ? third : RECOVERY, background::recover);
        background.every(cleanup, reaper::round);
        return background;
    }

    private void every(Duration interval, Runnable chore) {
        long nanos = interval.toNanos();
        var _ =
                timer.scheduleWithFixedDelay(
                        () -> attempt(chore), nanos, nanos, TimeUnit.NANOSECONDS);
    }

    private static void attempt(Runnable chore) {
        try {
            chore.run();
        } catch (RuntimeException e) {
            LOG.warn("Background work failed and is tried again later", e);
        }
    }

    /// Each on a thread of its own, since a storage may take minutes over one.
    private void recover() {
        List<UploadId> unattended = recovery.unattended();
        for (UploadId id : unattended) {
            if (free.tryAcquire()) {
                recoveries.execute(() -> recover(id));
            }
        }
    }

    private void recover(UploadId id) {
        try {
            if (recovered.add(id)) {
                attempt(() -> recovery.recover(id));
                recovered.remove(id);
            }
        } finally {
            free.release();
        }
    }

    /// Begins nothing new and lets what is in flight come to an end, for at most half a minute.
    @Override
    public void close() {
        timer.shutdown();
        recoveries.shutdown();
        try {
            timer.awaitTermination(END.toSeconds(), TimeUnit.SECONDS);
            recoveries.awaitTermination(END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        timer.shutdownNow();
        recoveries.shutdownNow();
    }
}
