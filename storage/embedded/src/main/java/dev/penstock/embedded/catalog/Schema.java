package dev.penstock.embedded.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.penstock.embedded.blob.StartRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// The tables, and the version of their format that stands in the database itself.
final class Schema {
    private static final int FORMAT = 1;

    /// Makes all tables in one transaction.
    static void create(Connection connection, UUID storageId) throws SQLException {
        for (String statement : text().split(";\\s*", -1)) {
            if (!statement.isBlank()) {
                Sql.update(connection, statement);
            }
        }
        Sql.update(
                connection,
                "INSERT INTO storage(id, format) VALUES (?, ?)",
                storageId.toString(),
                FORMAT);
        connection.commit();
    }

    /// The storage that the database belongs to; empty if [#create] never finished.
    static Optional<UUID> storageId(Connection connection) throws SQLException {
        boolean exists =
                Sql.first(
                                connection,
                                row -> row.getInt(1),
                                "SELECT 1 FROM sqlite_schema WHERE name = 'storage'")
                        .isPresent();
        Optional<UUID> id = exists ? Optional.of(read(connection)) : Optional.empty();
        connection.rollback();
        return id;
    }

    private static UUID read(Connection connection) {
        int format =
                Sql.first(connection, row -> row.getInt(1), "SELECT format FROM storage").orElse(0);
        if (format != FORMAT) {
            throw new StartRefusedException(
                    "the catalog has format "
                            + format
                            + ", this program reads "
                            + FORMAT
                            + "; start the version that wrote it");
        }
        return Sql.first(
                        connection,
                        row -> UUID.fromString(row.getString(1)),
                        "SELECT id FROM storage")
                .orElseThrow();
    }

    /// The highest content number in use.
    static long lastContent(Connection connection) {
        long last =
                Sql.first(
                                connection,
                                row -> row.getLong(1),
                                """
                                SELECT MAX(
                                  COALESCE((SELECT MAX(content) FROM segments), 0),
                                  COALESCE((SELECT MAX(content) FROM objects), 0),
                                  COALESCE((SELECT MAX(content) FROM uploads), 0),
                                  COALESCE((SELECT MAX(content) FROM deleted_contents), 0))
                                """)
                        .orElse(0L);
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw SqlFailure.of(e);
        }
        return last;
    }

    private static String text() {
        try (InputStream text =
                Objects.requireNonNull(Schema.class.getResourceAsStream("schema.sql"))) {
            return new String(text.readAllBytes(), UTF_8).replaceAll("(?m)^--.*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException("schema.sql", e);
        }
    }

    private Schema() {}
}
