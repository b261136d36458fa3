package dev.penstock.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.penstock.core.repository.RepositoryException.Reason;
import java.sql.SQLException;

/// What differs between the databases. The statements do not.
sealed interface Dialect permits SqliteDialect, PostgresqlDialect {

    /// @throws DatabaseException for a URL of no database that we know
    static Dialect of(DatabaseSettings settings) {
        if (settings.url().startsWith(SqliteDialect.PREFIX)) {
            return new SqliteDialect(settings);
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

    /// Connections that write, and that read where one pool does both.
    HikariDataSource openWriter();

    /// Connections that only read.
    ///
    /// @param writer to return where there is but one pool
    HikariDataSource openReader(HikariDataSource writer);

    /// Whether a foreign key refused the statement.
    boolean isBrokenReference(SQLException e);

    /// What a failure of any other kind means to whoever asked.
    Reason reason(SQLException e);

    /// Whether the transaction was rolled back for the sake of another and may be tried again.
    boolean isWorthRepeating(SQLException e);
}
