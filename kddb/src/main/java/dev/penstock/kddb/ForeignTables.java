package dev.penstock.kddb;

import java.sql.SQLException;
import java.util.Optional;

/// Where a foreign container keeps what we read and replace.
final class ForeignTables {
    private static final String METADATA = "metadata";
    private static final String NEXT_GENERATION = "kddb_metadata";
    private static final String EXTERNAL_DATA = "ed";
    private static final String KNOWLEDGE_FEATURES = "document_knowledge_features";
    private static final String VALUE = "obj";

    private final MemoryDatabase database;
    private final ForeignSchema schema;

    /// @throws UnreadableContainerException where these are not tables that we could also write
    ForeignTables(MemoryDatabase database, ForeignSchema schema) throws SQLException {
        this.database = database;
        this.schema = schema;
        metadata().table().requirePlainRows(database);
        requirePlain(externalData());
        requirePlain(knowledgeFeatures());
    }

    /// The first row; the library takes its second column, whatever the name.
    private ForeignValue metadata() {
        ForeignTable table =
                schema.table(METADATA)
                        .filter(found -> found.columns().size() >= 2)
                        .orElseThrow(this::noContainer);
        String column = ForeignTable.quoted(table.columns().get(1));
        return new ForeignValue(
                database,
                table,
                column,
                firstRow(table),
                "INSERT INTO %s (%s) VALUES (?)".formatted(table.quoted(), column));
    }

    /// The row `default`; of old files, whose table has no keys, the first.
    private Optional<ForeignValue> externalData() {
        return schema.table(EXTERNAL_DATA)
                .map(table ->
                        table.column("key")
                                .map(key -> keyed(table, key))
                                .orElseGet(() -> unkeyed(table, firstRow(table))));
    }

    /// The only row.
    private Optional<ForeignValue> knowledgeFeatures() {
        return schema.table(KNOWLEDGE_FEATURES).map(table -> unkeyed(table, "rowid=1"));
    }

    /// @throws UnreadableContainerException where there is none
    byte[] metadataBlob() throws SQLException {
        return metadata()
                .read()
                .orElseThrow(() -> new UnreadableContainerException("it has no metadata"));
    }

    /// Absent where there is none, or an empty one.
    Optional<byte[]> externalDataBlob() throws SQLException {
        Optional<ForeignValue> value = externalData();
        return value.isEmpty()
                ? Optional.empty()
                : value.get().read().filter(blob -> blob.length > 0);
    }

    void writeMetadata(byte[] blob) throws SQLException {
        metadata().write(blob);
    }

    void writeExternalData(byte[] blob) throws SQLException {
        write(externalData(), Tables.EXTERNAL_DATA, Tables.INSERT_EXTERNAL_DATA, blob);
    }

    void writeKnowledgeFeatures(byte[] blob) throws SQLException {
        write(
                knowledgeFeatures(),
                Tables.KNOWLEDGE_FEATURES,
                Tables.INSERT_KNOWLEDGE_FEATURES,
                blob);
    }

    private void write(
            Optional<ForeignValue> value, String missingTable, String insert, byte[] blob)
            throws SQLException {
        if (value.isPresent()) {
            value.get().write(blob);
        } else {
            database.run(missingTable);
            database.run(insert, blob);
        }
    }

    private ForeignValue keyed(ForeignTable table, String key) {
        String value = valueColumn(table);
        return new ForeignValue(
                database,
                table,
                value,
                key + "='default'",
                "INSERT INTO %s (%s, %s) VALUES ('default', ?)"
                        .formatted(table.quoted(), key, value));
    }

    private ForeignValue unkeyed(ForeignTable table, String where) {
        String value = valueColumn(table);
        return new ForeignValue(
                database,
                table,
                value,
                where,
                "INSERT INTO %s (rowid, %s) VALUES (1, ?)".formatted(table.quoted(), value));
    }

    private static String firstRow(ForeignTable table) {
        return "rowid=(SELECT min(rowid) FROM %s)".formatted(table.quoted());
    }

    private static String valueColumn(ForeignTable table) {
        return table.column(VALUE)
                .orElseThrow(() ->
                        new UnreadableContainerException(
                                "its tables are not those of a container"));
    }

    private UnreadableContainerException noContainer() {
        return new UnreadableContainerException(
                schema.table(NEXT_GENERATION).isPresent()
                        ? "it is a container of another generation"
                        : "it is a SQLite file, but no container");
    }

    private void requirePlain(Optional<ForeignValue> value) throws SQLException {
        if (value.isPresent()) {
            value.get().table().requirePlainRows(database);
        }
    }
}
