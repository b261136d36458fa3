package dev.penstock.kddb;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// One blob of a foreign container, in one row that is read, measured before it is fetched, and
/// replaced.
///
/// @param table that has it
/// @param column quoted
/// @param where that finds the row
/// @param insert that makes the row where there is none, with one parameter
record ForeignValue(
        MemoryDatabase database, ForeignTable table, String column, String where, String insert) {

    /// Absent where there is no such row, or NULL in it.
    ///
    /// @throws UnreadableContainerException where it is anything but a blob of a bounded size
    Optional<byte[]> read() throws SQLException {
        for (Measure measure : measures()) {
            if (measure.type().equals("null")) {
                return Optional.empty();
            }
            measure.requireBounded();
        }
        return database.rows(select(column), row -> row.getBytes(1)).stream().findFirst();
    }

    void write(byte[] blob) throws SQLException {
        String update = "UPDATE %s SET %s=? WHERE %s".formatted(table.quoted(), column, where);
        if (database.run(update, blob) == 0) {
            database.run(insert, blob);
        }
    }

    private List<Measure> measures() throws SQLException {
        return database.rows(
                select("typeof(%1$s), length(%1$s)".formatted(column)),
                row -> new Measure(row.getString(1), row.getLong(2)));
    }

    private String select(String what) {
        return "SELECT %s FROM %s WHERE %s LIMIT 1".formatted(what, table.quoted(), where);
    }

    private record Measure(String type, long length) {

        void requireBounded() {
            if (!type.equals("blob")) {
                throw new UnreadableContainerException("a value in it is no blob");
            }
            if (length > ContainerLimits.BLOB_BYTES) {
                throw new UnreadableContainerException(
                        "a value in it is larger than %d MiB"
                                .formatted(ContainerLimits.BLOB_BYTES >> 20));
            }
        }
    }
}
