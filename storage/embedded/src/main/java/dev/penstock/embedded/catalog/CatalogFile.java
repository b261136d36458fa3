package dev.penstock.embedded.catalog;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/// Opens the database so that a commit is on the disk when it returns (WAL with `synchronous=FULL`,
/// <https://www.sqlite.org/pragma.html#pragma_synchronous>).
final class CatalogFile {
    private static final int CACHE_KIB = 8192;

    static Connection openToWrite(Path file) {
        SQLiteConfig config = config();
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setCacheSize(-CACHE_KIB);
        try {
            Connection connection = config.createConnection(url(file));
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw SqlFailure.of(e);
        }
    }

    static Connection openToRead(Path file) {
        try {
            Connection connection = config().createConnection(url(file));
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only = true");
            }
            return connection;
        } catch (SQLException e) {
            throw SqlFailure.of(e);
        }
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        return config;
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file;
    }

    private CatalogFile() {}
}
