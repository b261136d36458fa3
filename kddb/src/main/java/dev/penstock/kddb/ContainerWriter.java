package dev.penstock.kddb;

import java.sql.SQLException;

/// Makes containers, in memory and without a temporary file. The same input gives the same bytes.
public final class ContainerWriter {

    /// A container of a document not yet parsed: all tables, no node. About 76 KiB plus the values.
    ///
    /// @return the bytes of the file
    public static byte[] write(Container container) {
        try (MemoryDatabase database = MemoryDatabase.empty()) {
            database.run("PRAGMA page_size=4096");
            database.run("BEGIN; " + Tables.ALL);
            database.run(Tables.INSERT_METADATA, Blobs.metadata(container));
            database.run(Tables.INSERT_EXTERNAL_DATA, Blobs.externalData(container));
            database.run(Tables.INSERT_KNOWLEDGE_FEATURES, Blobs.knowledgeFeatures(container));
            database.run("COMMIT");
            return database.toBytes();
        } catch (SQLException e) {
            throw new IllegalStateException("a container could not be made in memory", e);
        }
    }

    /// A copy of an uploaded container in which metadata, source, labels and uuid, the external
    /// data under `default` and, where ours are not none, the knowledge features are replaced;
    /// nodes and all else stay. Its format version stays too, since the library migrates an old
    /// file by it.
    ///
    /// Besides the uploaded bytes and those of the result, SQLite has one more copy of them outside
    /// the heap.
    ///
    /// @param uploaded what [ContainerReader] opened; is not changed
    /// @throws UnreadableContainerException where no such copy can be made; a fresh container is
    ///   the way out
    public static byte[] rewrite(byte[] uploaded, Container container) {
        return ContainerCopy.of(uploaded, container);
    }

    private ContainerWriter() {}
}
