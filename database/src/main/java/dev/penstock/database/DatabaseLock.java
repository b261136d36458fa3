package dev.penstock.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Keeps everybody else out of a database that one process alone may use. The operating system lets
/// go of it when the process ends, however it ends.
@FunctionalInterface
interface DatabaseLock extends AutoCloseable {
    /// For a database that may be shared, or that nobody else can reach.
    DatabaseLock NONE = () -> {};

    /// Lets the others in.
    @Override
    void close();

    /// Takes a database file, by a lock on an empty file beside it (`<file>.lock`, which stays):
    /// SQLite's own locks are on the file itself, and closing another handle of that one would drop
    /// them (<https://www.sqlite.org/howtocorrupt.html>, 2.2).
    ///
    /// @throws DatabaseException if somebody else has it
    static DatabaseLock of(Path file) {
        try {
            Path real = Files.exists(file) ? file.toRealPath() : file;
            FileChannel channel =
                    FileChannel.open(
                            real.resolveSibling(real.getFileName() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            return held(channel, file);
        } catch (IOException e) {
            throw new DatabaseException("cannot lock %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static DatabaseLock held(FileChannel channel, Path file) throws IOException {
        boolean taken = false;
        try {
            taken = tryLock(channel) != null;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        if (!taken) {
            throw new DatabaseException(
                    ("another Penstock process uses %s; stop that one first, or give this one a"
                                    + " data folder of its own (several nodes on one database need"
                                    + " PostgreSQL)")
                            .formatted(file));
        }
        return () -> close(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot let go of the database", e);
        }
    }
}
