package dev.penstock.server.service;

import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadRepository;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The leases that this node holds, each for as long as some call works on its upload. Whoever has
/// lost one learns it at the next save, which is then stale.
public final class Leases {
    private final UploadRepository uploads;
    private final Duration length;
    private final Set<Held> held = ConcurrentHashMap.newKeySet();

    /// @param length until others may take over from a node that has died
    public Leases(UploadRepository uploads, Duration length) {
        this.uploads = uploads;
        this.length = length;
    }

    Duration length() {
        return length;
    }

    /// The lease on an upload that nobody attends; empty where somebody does, or has changed it.
    Optional<Held> take(Upload upload) {
        return uploads.take(upload, length).map(this::hold);
    }

    /// A lease that came with what was just saved.
    Held hold(Upload saved) {
        var lease = new Held(saved);
        held.add(lease);
        return lease;
    }

    /// The same, where the next save ends it: closing it ends no more than the renewal.
    Renewed renewed(Upload saved) {
        Held lease = hold(saved);
        return lease::isOver;
    }

    /// A lease that is only to last.
    @FunctionalInterface
    interface Renewed extends AutoCloseable {
        @Override
        void close();
    }

    /// Makes all of them last. To be called well within their length.
    public void renewAll() {
        held.forEach(lease -> uploads.renew(lease.upload, length));
    }

    /// One lease.
    final class Held implements AutoCloseable {
        private volatile Upload upload;
        private volatile boolean over;

        private Held(Upload upload) {
            this.upload = upload;
        }

        Duration length() {
            return length;
        }

        /// What it is held on: as the last save of its holder left it.
        Upload upload() {
            return upload;
        }

        /// The holder has saved this.
        void movesTo(Upload saved) {
            upload = saved;
        }

        /// It ended with what the holder saved last, or was lost.
        void isOver() {
            over = true;
            held.remove(this);
        }

        boolean lasts() {
            return !over;
        }

        /// Where the work is not done, anybody may take it up at once.
        @Override
        public void close() {
            held.remove(this);
            if (!over) {
                uploads.release(upload);
            }
        }
    }
}
