package dev.penstock.kddb;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/// The copy of a foreign container in which our values stand in place of its own; everything else
/// stays as it is.
final class ContainerCopy {
    private final byte[] file;
    private final byte[] metadata;
    private final byte[] externalData;

    private ContainerCopy(byte[] file, byte[] metadata, byte[] externalData) {
        this.file = file;
        this.metadata = metadata;
        this.externalData = externalData;
    }

    /// @throws UnreadableContainerException where it cannot be made, or does not hold our values
    ///   when it is opened again: a file may, for example, list pages that are in use as free ones
    static byte[] of(byte[] file, Container container) {
        ContainerCopy copy =
                ForeignDatabase.open(
                        file, (database, schema) -> written(database, schema, container));
        return ForeignDatabase.open(copy.file, copy::verified);
    }

    private static ContainerCopy written(
            MemoryDatabase database, ForeignSchema schema, Container container)
            throws SQLException {
        ForeignTables tables = new ForeignTables(database, schema);
        ForeignMetadata uploaded = ForeignMetadata.of(tables.metadataBlob());
        byte[] metadata = Blobs.metadata(container, uploaded.version(), uploaded.mixins());
        byte[] externalData = Blobs.externalData(container);
        ForeignDatabase.allowWriting(database);
        database.run("BEGIN");
        tables.writeMetadata(metadata);
        tables.writeExternalData(externalData);
        if (!container.knowledgeFeatures().isEmpty()) {
            tables.writeKnowledgeFeatures(Blobs.knowledgeFeatures(container));
        }
        database.run("COMMIT");
        return new ContainerCopy(database.toBytes(), metadata, externalData);
    }

    private byte[] verified(MemoryDatabase database, ForeignSchema schema) throws SQLException {
        ForeignTables tables = new ForeignTables(database, schema);
        Optional<byte[]> external = tables.externalDataBlob();
        if (!Arrays.equals(tables.metadataBlob(), metadata)
                || external.isEmpty()
                || !Arrays.equals(external.get(), externalData)) {
            throw new UnreadableContainerException("its pages are damaged");
        }
        return file;
    }
}
