package dev.penstock.embedded.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/// The database of the storage. Any number of threads may read and write.
public final class Catalog implements AutoCloseable {
    /// The name of its file in the storage folder.
    public static final String FILE = "catalog.sqlite";

    private static final int READERS = 4;

    private final CommitQueue writer;
    private final List<Connection> connections = new ArrayList<>();
    private final BlockingQueue<Connection> readers = new ArrayBlockingQueue<>(READERS);
    private final AtomicLong lastContent;

    private Catalog(Connection writing, Path file) {
        lastContent = new AtomicLong(Schema.lastContent(writing));
        for (int i = 0; i < READERS; i++) {
            Connection reader = CatalogFile.openToRead(file);
            connections.add(reader);
            readers.add(reader);
        }
        writer = new CommitQueue(writing);
    }

    /// The id of the storage that a catalog belongs to; empty if there is no catalog.
    ///
    /// @param directory the storage folder
    /// @throws dev.penstock.embedded.blob.StartRefusedException if it is of a newer format
    public static Optional<UUID> storageId(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Connection connection = CatalogFile.openToWrite(file)) {
            return Schema.storageId(connection);
        } catch (SQLException e) {
            throw SqlFailure.of(e);
        }
    }

    /// Makes the catalog of a new storage. Durable when this returns.
    public static void create(Path directory, UUID storageId) {
        try (Connection connection = CatalogFile.openToWrite(directory.resolve(FILE))) {
            Schema.create(connection, storageId);
        } catch (SQLException e) {
            throw SqlFailure.of(e);
        }
    }

    /// Opens the catalog that [#create] made.
    public static Catalog open(Path directory) {
        Path file = directory.resolve(FILE);
        return new Catalog(CatalogFile.openToWrite(file), file);
    }

    /// A number that no object or upload has had since the start, and none has now.
    public long nextContent() {
        return lastContent.incrementAndGet();
    }

    /// Reads what is committed.
    public <T> T read(Function<Tables, T> reading) {
        Connection reader = borrow();
        try {
            return reading.apply(Tables.of(reader));
        } finally {
            readers.add(reader);
        }
    }

    /// Runs a transaction and returns when it is durable.
    ///
    /// What the transaction throws comes out here and undoes it. It may wait for others that are
    /// committed together with it, and must not wait for anything itself.
    ///
    /// @throws CatalogFullException if the disk is full; nothing happened
    /// @throws CommitUncertainException if it may or may not be there after a restart
    public <T> T write(Function<Tables, T> transaction) {
        return writer.commit(connection -> transaction.apply(Tables.of(connection)));
    }

    /// As [#write], for a transaction without result.
    public void update(Consumer<Tables> transaction) {
        write(tables -> {
            transaction.accept(tables);
            return true;
        });
    }

    private Connection borrow() {
        try {
            return readers.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the catalog", e);
        }
    }

    @Override
    public void close() {
        writer.close();
        for (Connection reader : connections) {
            try {
                reader.close();
            } catch (SQLException e) {
                throw SqlFailure.of(e);
            }
        }
    }
}
