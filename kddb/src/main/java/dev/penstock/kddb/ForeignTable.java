package dev.penstock.kddb;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// A table of a foreign file, as SQLite parsed it.
///
/// @param name in the file's own spelling
/// @param hasRowid whether rows have a number of SQLite's own
/// @param columns their names, in order
/// @param hasDefaults whether a column has a default value, which may be an expression
record ForeignTable(String name, boolean hasRowid, List<String> columns, boolean hasDefaults) {
    private static final int EXPRESSION = -2;

    /// The table's name as a statement takes it.
    String quoted() {
        return quoted(name);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// The column in the file's own spelling, quoted.
    Optional<String> column(String wanted) {
        return columns.stream()
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .map(ForeignTable::quoted);
    }

    /// That a row can be written without evaluating an expression of the file: one may take hours
    /// in a single step of SQLite's machine, where no deadline is looked at.
    ///
    /// @throws UnreadableContainerException where it cannot
    void requirePlainRows(MemoryDatabase database) throws SQLException {
        if (!hasRowid || hasDefaults) {
            throw new UnreadableContainerException("its tables are not those of a container");
        }
        for (ForeignIndex index : indices(database)) {
            if (index.partial() || hasExpression(database, index.name())) {
                throw new UnreadableContainerException(
                        "its schema has an index over an expression");
            }
        }
    }

    private List<ForeignIndex> indices(MemoryDatabase database) throws SQLException {
        return database.rows(
                "PRAGMA main.index_list(" + quoted() + ")",
                row -> new ForeignIndex(row.getString("name"), row.getBoolean("partial")));
    }

    private static boolean hasExpression(MemoryDatabase database, String index)
            throws SQLException {
        return database.rows(
                        "PRAGMA main.index_xinfo(" + quoted(index) + ")", row -> row.getInt("cid"))
                .contains(EXPRESSION);
    }

    private record ForeignIndex(String name, boolean partial) {}
}
