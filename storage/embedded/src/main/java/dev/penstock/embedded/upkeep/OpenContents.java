package dev.penstock.embedded.upkeep;

import dev.penstock.embedded.catalog.StoredObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/// Which contents are being read, so that their blobs stay until the last reader is through.
///
/// Finding an object and marking it as read is one step for whoever deletes: a deletion that looks
/// after its rows are committed sees every reader that found the object before.
public final class OpenContents {
    private final Map<Long, Integer> readers = new ConcurrentHashMap<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Runnable whenReleased;

    /// @param whenReleased runs when a content has lost its last reader
    public OpenContents(Runnable whenReleased) {
        this.whenReleased = whenReleased;
    }

    /// Finds an object and keeps its content until [#release].
    public Optional<StoredObject> open(Supplier<Optional<StoredObject>> lookup) {
        lock.readLock().lock();
        try {
            Optional<StoredObject> found = lookup.get();
            found.ifPresent(object -> readers.merge(object.content(), 1, Integer::sum));
            return found;
        } finally {
            lock.readLock().unlock();
        }
    }

    /// A reader is through.
    public void release(long content) {
        if (readers.computeIfPresent(content, (_, n) -> n == 1 ? null : n - 1) == null) {
            whenReleased.run();
        }
    }

    /// Those of some deleted contents that nobody reads, and nobody ever will.
    List<Long> unread(List<Long> deleted) {
        lock.writeLock().lock();
        try {
            return deleted.stream().filter(content -> !readers.containsKey(content)).toList();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
