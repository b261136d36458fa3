package dev.penstock.client;

import dev.penstock.contract.CompletedPart;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Sends parts side by side, each on a thread of its own, while whoever feeds it goes on reading.
/// The first part that fails for good ends all others.
final class PartDispatch implements AutoCloseable {
    private static final int EVERYBODY = 1 << 20;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final PartSender sender;
    private final ConcurrencyController concurrency;
    private final Semaphore room;
    private final Map<Integer, CompletedPart> stored = new ConcurrentSkipListMap<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /// @param ahead how many parts may be read but not yet stored
    PartDispatch(PartSender sender, ConcurrencyController concurrency, int ahead) {
        this.sender = sender;
        this.concurrency = concurrency;
        this.room = new Semaphore(ahead);
    }

    /// Waits until one more part may be read. Each call is followed by one of [#send].
    ///
    /// @throws SourceChangedException what ended an earlier part
    /// @throws PenstockException likewise
    void awaitRoom() throws SourceChangedException {
        try {
            room.acquire();
        } catch (InterruptedException e) {
            throw StoppedException.interrupted();
        }
        throwFailure();
    }

    void send(HashedPart part, LiveUrl url) throws SourceChangedException {
        send(part, url, () -> {});
    }

    /// @param afterwards runs when the part is stored or given up
    void send(HashedPart part, LiveUrl url, Runnable afterwards) throws SourceChangedException {
        try {
            threads.execute(() -> sendOrFail(part, url, afterwards));
        } catch (RejectedExecutionException e) {
            afterwards.run();
            throwFailure();
            throw e;
        }
    }

    private void sendOrFail(HashedPart part, LiveUrl url, Runnable afterwards) {
        try {
            sendNow(part, url);
        } catch (Throwable e) {
            fail(e);
        } finally {
            afterwards.run();
            room.release();
        }
    }

    private void sendNow(HashedPart part, LiveUrl url)
            throws InterruptedException, SourceChangedException {
        concurrency.acquire();
        try {
            stored.put(part.number(), sender.send(part, url));
        } finally {
            concurrency.giveBack();
        }
    }

    private void fail(Throwable fault) {
        if (failure.compareAndSet(null, fault)) {
            threads.shutdownNow();
            room.release(EVERYBODY);
        }
    }

    private void throwFailure() throws SourceChangedException {
        switch (failure.get()) {
            case null -> {}
            case SourceChangedException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /// Waits for all parts; they are in the order of their numbers.
    Map<Integer, CompletedPart> finish() throws SourceChangedException {
        threads.shutdown();
        try {
            while (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                throwFailure();
            }
        } catch (InterruptedException e) {
            throw StoppedException.interrupted();
        }
        throwFailure();
        return stored;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
