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

/// SQLite files made and looked at by plain SQL, without the code that is tested.
final class SqliteFile implements AutoCloseable {
    /// What the library needs to open a file, and no row in it.
    static final String CONTAINER_TABLES =
            """
            CREATE TABLE metadata (id integer primary key, metadata text);
            CREATE TABLE cn (id integer primary key, nt INTEGER, pid INTEGER, idx INTEGER);
            CREATE TABLE n_type (id integer primary key, name text);
            CREATE TABLE f_type (id integer primary key, name text);
            """;

    private final SQLiteConnection connection;

    private SqliteFile(SQLiteConnection connection) {
        this.connection = connection;
    }

    static SqliteFile empty() throws SQLException {
        return new SqliteFile(JDBC.createConnection("jdbc:sqlite::memory:", new Properties()));
    }

    static SqliteFile of(byte[] bytes) throws SQLException {
        SqliteFile file = empty();
        file.connection.deserialize("main", bytes);
        return file;
    }

    /// A file with a metadata row, and what the statements then do to it.
    static byte[] container(byte[] metadata, String... statements) throws SQLException {
        try (SqliteFile file = empty()) {
            file.run(CONTAINER_TABLES);
            file.run("INSERT INTO metadata VALUES (1, ?)", metadata);
            for (String statement : statements) {
                file.run(statement);
            }
            return file.bytes();
        }
    }

    SqliteFile run(String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(statements);
        }
        return this;
    }

    SqliteFile run(String sql, byte[] blob) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, blob);
            statement.executeUpdate();
        }
        return this;
    }

    /// The first column of every row, as text.
    List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
        }
        return texts;
    }

    byte[] blob(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getBytes(1);
        }
    }

    byte[] bytes() throws SQLException {
        return connection.serialize("main");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
