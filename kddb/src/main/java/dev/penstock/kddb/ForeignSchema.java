package dev.penstock.kddb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tables of a foreign file whose schema is plain tables and indices and nothing that runs: no
/// trigger, view, virtual table or generated column. Asked of the texts that SQLite itself parses,
/// since the columns beside them may lie.
record ForeignSchema(List<ForeignTable> tables) {
    private static final int MOST_ENTRIES = 500;

    /// How SQLite begins the text of what may be there: it writes these words itself, whatever the
    /// statement said.
    private static final List<String> PLAIN =
            List.of("CREATE TABLE ", "CREATE INDEX ", "CREATE UNIQUE INDEX ");

    private static final Map<String, String> NOT_PLAIN =
            Map.of(
                    "trigger", "its schema has a trigger",
                    "view", "its schema has a view");

    /// @throws UnreadableContainerException where it is not plain
    static ForeignSchema of(MemoryDatabase database) throws SQLException {
        List<Entry> entries =
                database.rows(
                        "SELECT type, rootpage, sql FROM sqlite_master LIMIT " + (MOST_ENTRIES + 1),
                        row -> new Entry(text(row, 1), row.getLong(2), text(row, 3)));
        if (entries.size() > MOST_ENTRIES) {
            throw new UnreadableContainerException(
                    "its schema has more than %d entries".formatted(MOST_ENTRIES));
        }
        entries.forEach(Entry::requirePlain);
        List<ForeignTable> tables = new ArrayList<>();
        for (Listed listed : listed(database)) {
            tables.add(listed.table(database));
        }
        return new ForeignSchema(List.copyOf(tables));
    }

    /// By its name, in whatever spelling.
    Optional<ForeignTable> table(String name) {
        return tables.stream().filter(table -> table.name().equalsIgnoreCase(name)).findFirst();
    }

    private static List<Listed> listed(MemoryDatabase database) throws SQLException {
        return database
                .rows(
                        "PRAGMA main.table_list",
                        row ->
                                new Listed(
                                        text(row, 2), row.getString("type"), row.getBoolean("wr")))
                .stream()
                .filter(table -> !table.name().startsWith("sqlite_"))
                .toList();
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private record Entry(String type, long rootPage, String sql) {

        void requirePlain() {
            if (NOT_PLAIN.containsKey(type)) {
                throw new UnreadableContainerException(String.valueOf(NOT_PLAIN.get(type)));
            }
            if (sql.isEmpty() && type.equals("index")) {
                return;
            }
            if (rootPage == 0) {
                throw new UnreadableContainerException("its schema has a virtual table");
            }
            if (PLAIN.stream().noneMatch(sql::startsWith)) {
                throw new UnreadableContainerException(
                        "its schema has more than tables and indices");
            }
        }
    }

    private record Listed(String name, String type, boolean withoutRowid) {

        ForeignTable table(MemoryDatabase database) throws SQLException {
            if (!type.equals("table")) {
                throw new UnreadableContainerException(
                        "its schema has more than tables and indices");
            }
            List<Column> columns =
                    database.rows(
                            "PRAGMA main.table_xinfo(" + ForeignTable.quoted(name) + ")",
                            row ->
                                    new Column(
                                            row.getString("name"),
                                            row.getString("dflt_value") != null,
                                            row.getInt("hidden") != 0));
            if (columns.stream().anyMatch(Column::generated)) {
                throw new UnreadableContainerException("its schema has a generated column");
            }
            return new ForeignTable(
                    name,
                    !withoutRowid,
                    columns.stream().map(Column::name).toList(),
                    columns.stream().anyMatch(Column::hasDefault));
        }
    }

    private record Column(String name, boolean hasDefault, boolean generated) {}
}
