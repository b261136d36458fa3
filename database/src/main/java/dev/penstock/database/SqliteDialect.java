package dev.penstock.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.penstock.core.repository.RepositoryException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// SQLite in one file: a single connection writes, so that writers queue in order instead of
/// finding the file busy, and a few read beside it (write-ahead log,
/// <https://www.sqlite.org/wal.html>). A commit is on disk when it returns (`synchronous=FULL`).
/// The file belongs to one process at a time. A database in memory lives in one connection, which
/// does both.
record SqliteDialect(DatabaseSettings settings, InstantSource clock) implements Dialect {
    static final String PREFIX = "jdbc:sqlite:";

    private static final Set<SQLiteErrorCode> FULL =
            EnumSet.of(SQLiteErrorCode.SQLITE_FULL, SQLiteErrorCode.SQLITE_IOERR_SHMSIZE);
    private static final Set<Integer> AWAY =
            Set.of(
                    SQLiteErrorCode.SQLITE_BUSY.code,
                    SQLiteErrorCode.SQLITE_LOCKED.code,
                    SQLiteErrorCode.SQLITE_IOERR.code,
                    SQLiteErrorCode.SQLITE_CANTOPEN.code,
                    SQLiteErrorCode.SQLITE_READONLY.code);
    private static final int PRIMARY = 0xFF;
    private static final Duration BUSY = Duration.ofSeconds(10);
    private static final Duration QUEUE = Duration.ofSeconds(30);
    private static final int READERS = 4;

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public DatabaseLock lock() {
        if (!hasFile()) {
            return DatabaseLock.NONE;
        }
        Path file = file();
        makeFolderOf(file);
        return DatabaseLock.of(file);
    }

    @Override
    public HikariDataSource openWriter() {
        return new HikariDataSource(pool("sqlite-writer", 1, writing()));
    }

    @Override
    public HikariDataSource openReader(HikariDataSource writer) {
        if (isInMemory()) {
            return writer;
        }
        HikariConfig config = pool("sqlite-reader", READERS, reading());
        config.setConnectionInitSql("PRAGMA query_only = ON");
        return new HikariDataSource(config);
    }

    @Override
    public Instant now(Handle handle) {
        return clock.instant();
    }

    @Override
    public boolean isOurs() {
        return true;
    }

    @Override
    public boolean isBrokenReference(SQLException e) {
        return e instanceof SQLiteException s
                && s.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_FOREIGNKEY;
    }

    @Override
    public boolean isDuplicate(SQLException e) {
        return e instanceof SQLiteException s
                && s.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE;
    }

    /// A full disk is `SQLITE_FULL`, or an error of the write-ahead log's index when that cannot
    /// grow (<https://www.sqlite.org/rescode.html>).
    @Override
    public Reason reason(SQLException e) {
        if (!(e instanceof SQLiteException sqlite)) {
            return Reason.FAULT;
        }
        SQLiteErrorCode code = sqlite.getResultCode();
        if (FULL.contains(code)) {
            return Reason.FULL;
        }
        return AWAY.contains(code.code & PRIMARY) ? Reason.AWAY : Reason.FAULT;
    }

    /// Never: a transaction takes the file for itself at its beginning.
    @Override
    public boolean isWorthRepeating(SQLException e) {
        return false;
    }

    /// A database in memory may have a name within its process, and has no file
    /// (<https://www.sqlite.org/inmemorydb.html>).
    private boolean hasFile() {
        return !isInMemory() && !settings.url().contains("mode=memory");
    }

    private boolean isInMemory() {
        return settings.url().equals(PREFIX + ":memory:");
    }

    private Path file() {
        String name = settings.url().substring(PREFIX.length()).replaceFirst("\\?.*", "");
        return Path.of(name).toAbsolutePath();
    }

    private static void makeFolderOf(Path file) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new DatabaseException("cannot make the folder of the database " + file, e);
        }
    }

    private HikariConfig pool(String name, int size, Properties properties) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(settings.url());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setMaxLifetime(0);
        config.setConnectionTimeout(QUEUE.toMillis());
        config.setDataSourceProperties(properties);
        return config;
    }

    private Properties writing() {
        var config = new SQLiteConfig();
        config.setJournalMode(isInMemory() ? JournalMode.MEMORY : JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout((int) BUSY.toMillis());
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        return config.toProperties();
    }

    private static Properties reading() {
        var config = new SQLiteConfig();
        config.setBusyTimeout((int) BUSY.toMillis());
        return config.toProperties();
    }
}
