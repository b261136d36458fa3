package dev.penstock.server.support;

import dev.penstock.testkit.Prerequisite;
import dev.penstock.testkit.repository.PostgresqlPrograms;
import dev.penstock.testkit.repository.PrivatePostgresql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// What several nodes share: a PostgreSQL of the test's own and, on the machine's clock, a storage
/// of its own.
public final class SharedData implements AutoCloseable {
    private final Path folder;
    private final PrivatePostgresql postgresql;
    private final OwnStorage storage;
    private final AtomicInteger databases = new AtomicInteger();

    private SharedData(Path folder, PrivatePostgresql postgresql, OwnStorage storage) {
        this.folder = folder;
        this.postgresql = postgresql;
        this.storage = storage;
    }

    /// Starts both, or skips the test where no PostgreSQL is installed.
    public static SharedData in(Path folder, Class<?> test) {
        Optional<PostgresqlPrograms> programs = PostgresqlPrograms.find();
        if (programs.isEmpty()) {
            Prerequisite.missing(
                    test,
                    "no PostgreSQL server in /usr/lib/postgresql/*/bin nor where pg_config says;"
                            + " install the package postgresql");
        }
        PrivatePostgresql postgresql = PrivatePostgresql.start(programs.orElseThrow());
        try {
            return new SharedData(folder, postgresql, OwnStorage.in(folder.resolve("s3")));
        } catch (RuntimeException e) {
            postgresql.close();
            throw e;
        }
    }

    /// The settings of a node on database and storage.
    public Map<String, String> settings() {
        var settings = storageSettings();
        settings.putAll(database(postgresql.url()));
        return settings;
    }

    /// Of these, those of the storage.
    public Map<String, String> storageSettings() {
        return storage.settings(storage.endpoint());
    }

    private Map<String, String> database(String url) {
        return Map.of(
                "PENSTOCK_DATABASE_URL",
                url,
                "PENSTOCK_DATABASE_USER",
                postgresql.user(),
                "PENSTOCK_DATABASE_PASSWORD",
                postgresql.password());
    }

    /// Makes another database on the same server.
    ///
    /// @return the settings that name it
    public Map<String, String> emptyDatabase() {
        String name = "empty" + databases.incrementAndGet();
        query("CREATE DATABASE " + name);
        return database(postgresql.url().replaceFirst("/[^/]*$", "/" + name));
    }

    /// Starts a node in this process, with a clock of its own.
    public TestService node(String name) {
        return TestService.in(folder.resolve(name), settings());
    }

    /// The first column of what the nodes' database answers.
    public List<String> query(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(
                                postgresql.url(), postgresql.user(), postgresql.password());
                var statement = connection.createStatement()) {
            List<String> column = new ArrayList<>();
            if (statement.execute(sql)) {
                ResultSet rows = statement.getResultSet();
                while (rows.next()) {
                    column.add(rows.getString(1));
                }
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        storage.close();
        postgresql.close();
    }
}
