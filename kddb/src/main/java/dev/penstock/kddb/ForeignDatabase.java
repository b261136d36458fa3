package dev.penstock.kddb;

import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteLimits;

/// A database file that somebody else made, in memory, taken for hostile
/// (sqlite.org/security.html): bounded in time and in the size of every value; its schema may call
/// no function that has side effects.
final class ForeignDatabase {
    private static final Duration TIME = Duration.ofSeconds(5);
    private static final int OWN_STATEMENTS = 64 << 10;

    private static final Map<SQLiteLimits, Integer> LIMITS =
            new EnumMap<>(
                    Map.of(
                            // of a value and of a row; what is fetched is measured before
                            SQLiteLimits.SQLITE_LIMIT_LENGTH,
                            ContainerLimits.BLOB_BYTES + OWN_STATEMENTS,
                            SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH,
                            OWN_STATEMENTS,
                            SQLiteLimits.SQLITE_LIMIT_COLUMN,
                            200,
                            SQLiteLimits.SQLITE_LIMIT_EXPR_DEPTH,
                            50,
                            SQLiteLimits.SQLITE_LIMIT_COMPOUND_SELECT,
                            5,
                            SQLiteLimits.SQLITE_LIMIT_FUNCTION_ARG,
                            20,
                            SQLiteLimits.SQLITE_LIMIT_ATTACHED,
                            0,
                            SQLiteLimits.SQLITE_LIMIT_LIKE_PATTERN_LENGTH,
                            100,
                            SQLiteLimits.SQLITE_LIMIT_TRIGGER_DEPTH,
                            1));

    /// Work on an opened file.
    interface Work<T> {
        T on(MemoryDatabase database, ForeignSchema schema) throws SQLException;
    }

    /// Opens, checks the schema, works and closes.
    ///
    /// @throws UnreadableContainerException whatever the file does wrong
    static <T> T open(byte[] file, Work<T> work) {
        return open(file, TIME, work);
    }

    static <T> T open(byte[] file, Duration time, Work<T> work) {
        byte[] loadable = loadable(file);
        try (MemoryDatabase database = MemoryDatabase.empty()) {
            ProgressHandler.setHandler(database.connection(), Deadline.STEPS, new Deadline(time));
            harden(database);
            database.load(loadable);
            return work.on(database, ForeignSchema.of(database));
        } catch (SQLException e) {
            throw new UnreadableContainerException(reason(e, time));
        }
    }

    /// From here on statements may write, up to the size that a container may have.
    static void allowWriting(MemoryDatabase database) throws SQLException {
        int pageBytes = database.rows("PRAGMA page_size", row -> row.getInt(1)).getFirst();
        database.run("PRAGMA query_only=OFF");
        database.run("PRAGMA journal_mode=MEMORY");
        database.run("PRAGMA max_page_count=" + ContainerLimits.FILE_BYTES / pageBytes);
    }

    private static byte[] loadable(byte[] file) {
        if (!SqliteHeader.hasMagic(file)) {
            throw new UnreadableContainerException("it is no SQLite file");
        }
        if (file.length < SqliteHeader.BYTES) {
            throw new UnreadableContainerException("it is cut within its first page");
        }
        if (file.length > ContainerLimits.FILE_BYTES) {
            throw new UnreadableContainerException(
                    "it is larger than %d MiB".formatted(ContainerLimits.FILE_BYTES >> 20));
        }
        return SqliteHeader.withoutWriteAheadLog(file);
    }

    /// Before the file is loaded, so that not even its schema is read otherwise.
    private static void harden(MemoryDatabase database) throws SQLException {
        for (var limit : LIMITS.entrySet()) {
            database.connection().setLimit(limit.getKey(), limit.getValue());
        }
        database.run("PRAGMA trusted_schema=OFF");
        database.run("PRAGMA cell_size_check=ON");
        database.run("PRAGMA temp_store=MEMORY");
        database.run("PRAGMA ignore_check_constraints=ON");
        database.run("PRAGMA foreign_keys=OFF");
        database.run("PRAGMA query_only=ON");
    }

    private static String reason(SQLException e, Duration time) {
        if (!(e instanceof SQLiteException sqlite)) {
            return "SQLite cannot read it";
        }
        SQLiteErrorCode code = sqlite.getResultCode();
        return switch (code.code & 0xff) {
            case 9 -> "reading it took longer than %d s".formatted(time.toSeconds());
            case 11 -> "its pages are damaged";
            case 13 -> "it would grow without end";
            case 18 -> "a value or statement in it is too large";
            case 26 -> "it is no SQLite file";
            default -> "SQLite cannot read it (" + code.name() + ")";
        };
    }
}
