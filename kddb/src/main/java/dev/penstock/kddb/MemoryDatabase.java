package dev.penstock.kddb;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConnection;

/// One SQLite database in memory; nothing of it ever touches a disk.
final class MemoryDatabase implements AutoCloseable {
    private static final String MAIN = "main";

    private final SQLiteConnection connection;

    private MemoryDatabase(SQLiteConnection connection) {
        this.connection = connection;
    }

    static MemoryDatabase empty() throws SQLException {
        return new MemoryDatabase(JDBC.createConnection("jdbc:sqlite::memory:", new Properties()));
    }

    SQLiteConnection connection() {
        return connection;
    }

    /// Takes a copy of the bytes of a database file in place of what is there.
    void load(byte[] file) throws SQLException {
        connection.deserialize(MAIN, file);
    }

    /// @param statements one or more, without parameters
    void run(String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(statements);
        }
    }

    /// @param statement with one parameter
    /// @return rows changed
    int run(String statement, byte[] blob) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setBytes(1, blob);
            return prepared.executeUpdate();
        }
    }

    /// All rows of a statement without parameters.
    <T> List<T> rows(String query, Row<T> row) throws SQLException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(row.of(rows));
            }
        }
        return all;
    }

    /// Reads what is wanted of one row.
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /// The bytes of the database file.
    byte[] toBytes() throws SQLException {
        return connection.serialize(MAIN);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
