package dev.penstock.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.penstock.core.repository.RepositoryException.Reason;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/// What differs between the databases. The statements do not.
sealed interface Dialect permits SqliteDialect, PostgresqlDialect {

    /// @param clock of this process, which is that of a database that runs in it
    /// @throws DatabaseException for a URL of no database that we know
    static Dialect of(DatabaseSettings settings, InstantSource clock) {
        if (settings.url().startsWith(SqliteDialect.PREFIX)) {
            return new SqliteDialect(settings, clock);
        }
        if (settings.url().startsWith(PostgresqlDialect.PREFIX)) {
            return new PostgresqlDialect(settings);
        }
        throw new DatabaseException(
                "the database URL begins with %s or %s"
                        .formatted(SqliteDialect.PREFIX, PostgresqlDialect.PREFIX));
    }

    /// The folder of its migrations, beside this package.
    String name();

    /// Makes sure that no other process uses the database, where only one may. Comes first.
    ///
    /// @throws DatabaseException when another one uses it
    DatabaseLock lock();

    /// Connections that write, and that read where one pool does both.
    HikariDataSource openWriter();

    /// Connections that only read.
    ///
    /// @param writer to return where there is but one pool
    HikariDataSource openReader(HikariDataSource writer);

    /// What time it is for the database, the same for all that use it.
    Instant now(Handle handle);

    /// Whether only this process uses it, so that nobody else can hold a lease when it opens.
    boolean isOurs();

    /// Whether a foreign key refused the statement.
    boolean isBrokenReference(SQLException e);

    /// Whether a unique index refused the statement.
    boolean isDuplicate(SQLException e);

    /// What a failure of any other kind means to whoever asked.
    Reason reason(SQLException e);

    /// Whether the transaction was rolled back for the sake of another and may be tried again.
    boolean isWorthRepeating(SQLException e);
}
