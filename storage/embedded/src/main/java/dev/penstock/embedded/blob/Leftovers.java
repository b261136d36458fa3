package dev.penstock.embedded.blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files that no row owns: what a crash left of bodies that were never answered 200.
///
/// They are not deleted but moved to the folder `quarantine`, and go only after a grace time, so
/// that a restored catalog can still be given its bytes back by hand.
public final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final BlobFolder blobs;
    private final Path quarantine;
    private final Clock clock;
    private final Duration grace;

    /// @param directory the storage folder
    /// @param grace how long a file stays in quarantine
    public Leftovers(Path directory, BlobFolder blobs, Clock clock, Duration grace) {
        this.blobs = blobs;
        this.quarantine = directory.resolve("quarantine");
        this.clock = clock;
        this.grace = grace;
        try {
            Files.createDirectories(quarantine);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + quarantine, e);
        }
    }

    /// Moves the blobs that are nobody's to quarantine.
    ///
    /// @param owned whether the catalog knows a blob, deleted ones whose file still waits included
    public void quarantine(Predicate<BlobId> owned) {
        blobs.fanOut().forEach(folder -> quarantine(folder, owned));
    }

    private void quarantine(Path folder, Predicate<BlobId> owned) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Optional<BlobId> id = BlobId.ofFileName(file.getFileName().toString());
                if (id.isEmpty() || isNobodys(id.get(), owned)) {
                    moveAway(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for leftovers in " + folder, e);
        }
    }

    /// In this order: a blob stops being incoming only after its row is there.
    private boolean isNobodys(BlobId id, Predicate<BlobId> owned) {
        return !blobs.isIncoming(id) && !owned.test(id);
    }

    private void moveAway(Path file) throws IOException {
        Path moved = quarantine.resolve(file.getFileName());
        try {
            Files.move(file, moved, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(moved, FileTime.from(clock.instant()));
            LOG.warn("{} belongs to nobody and is kept in quarantine for {}", moved, grace);
        } catch (NoSuchFileException e) {
            LOG.debug("{} went by itself", file);
        }
    }

    /// Deletes what has been in quarantine for the grace time.
    public void purge() {
        Instant before = clock.instant().minus(grace);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(quarantine)) {
            for (Path file : files) {
                if (!Files.getLastModifiedTime(file).toInstant().isAfter(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty " + quarantine, e);
        }
    }
}
