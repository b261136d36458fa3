package dev.penstock.kddb;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads containers that somebody else made. They are taken for hostile: whatever the bytes are,
/// nothing is thrown, nothing that is in the file runs, and the time (5 seconds) and the memory are
/// bounded.
public final class ContainerReader {

    /// Whether a file could be a container, by its first 16 bytes: whether it is a SQLite file.
    ///
    /// @param firstBytes of the file, 16 or more; fewer are no container
    public static boolean looksLikeContainer(byte[] firstBytes) {
        return SqliteHeader.hasMagic(firstBytes);
    }

    /// @param file all bytes of the file; more than [ContainerLimits#FILE_BYTES] are not looked at.
    ///   SQLite works on a copy of them outside the heap
    public static ReadContainer read(byte[] file) {
        try {
            return ForeignDatabase.open(file, ContainerReader::opened);
        } catch (UnreadableContainerException e) {
            return new ReadContainer.Unreadable(e.reason());
        }
    }

    private static ReadContainer opened(MemoryDatabase database, ForeignSchema schema)
            throws SQLException {
        ForeignTables tables = new ForeignTables(database, schema);
        ForeignMetadata metadata = ForeignMetadata.of(tables.metadataBlob());
        Optional<Map<String, @Nullable Object>> externalData =
                tables.externalDataBlob().map(ForeignMetadata::externalData);
        return new ReadContainer.Opened(
                metadata.metadata(), externalData, metadata.labels(), metadata.source());
    }

    private ContainerReader() {}
}
