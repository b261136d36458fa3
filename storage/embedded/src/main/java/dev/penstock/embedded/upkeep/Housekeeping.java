package dev.penstock.embedded.upkeep;

import dev.penstock.embedded.blob.BlobFolder;
import dev.penstock.embedded.blob.BlobId;
import dev.penstock.embedded.blob.Leftovers;
import dev.penstock.embedded.catalog.Catalog;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread beside the requests: looks for leftovers at the start, carries out deletions when
/// there are some, and empties the quarantine.
public final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration ROUND = Duration.ofMinutes(10);

    private final Semaphore wanted = new Semaphore(0);
    private final OpenContents contents = new OpenContents(wanted::release);
    private final Catalog catalog;
    private final Leftovers leftovers;
    private final Sweeper sweeper;
    private final Thread thread = Thread.ofPlatform().name("penstock-upkeep").unstarted(this::run);
    private volatile boolean closing;

    /// @param leftovers of former runs
    public Housekeeping(Catalog catalog, BlobFolder blobs, Leftovers leftovers) {
        this.catalog = catalog;
        this.leftovers = leftovers;
        this.sweeper = new Sweeper(catalog, blobs, contents);
        thread.setDaemon(true);
    }

    /// Begins.
    public void start() {
        thread.start();
    }

    /// Who reads what.
    public OpenContents contents() {
        return contents;
    }

    /// There are new rows of deletions.
    public void deletionsAdded() {
        wanted.release();
    }

    private void run() {
        attempt(() -> leftovers.quarantine(this::isOwned));
        while (!closing) {
            attempt(sweeper::sweep);
            attempt(leftovers::purge);
            pause();
        }
    }

    private boolean isOwned(BlobId blob) {
        return catalog.read(tables -> tables.segments().isOwned(blob));
    }

    private interface Chore {
        void run() throws IOException;
    }

    private void attempt(Chore chore) {
        try {
            if (!closing) {
                chore.run();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("upkeep failed and is tried again later", e);
        }
    }

    private void pause() {
        try {
            if (wanted.tryAcquire(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                wanted.drainPermits();
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    @Override
    public void close() {
        closing = true;
        wanted.release();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
