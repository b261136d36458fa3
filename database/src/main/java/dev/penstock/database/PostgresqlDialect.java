package dev.penstock.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.penstock.core.repository.RepositoryException.Reason;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// PostgreSQL, for one node or many. Transactions are READ COMMITTED: every change rests on a
/// conditional statement or a constraint, not on what was read before.
record PostgresqlDialect(DatabaseSettings settings) implements Dialect {
    static final String PREFIX = "jdbc:postgresql:";

    private static final int CONNECTIONS = 16;
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    // PostgreSQL documentation, appendix A, "PostgreSQL Error Codes"
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String RESTRICT_VIOLATION = "23001";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK_DETECTED = "40P01";

    private static final String DISK_FULL = "53100";
    // a lost connection, resources at their end, a server that stops or starts, an I/O error
    private static final Set<String> AWAY = Set.of("08", "53", "57P", "58030");

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public DatabaseLock lock() {
        return DatabaseLock.NONE;
    }

    @Override
    public HikariDataSource openWriter() {
        var config = new HikariConfig();
        config.setPoolName("postgresql");
        config.setJdbcUrl(settings.url());
        settings.user().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT.toMillis());
        config.addDataSourceProperty("connectTimeout", WAIT.toSeconds());
        config.addDataSourceProperty("socketTimeout", ANSWER.toSeconds());
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // its details quote the values of a row
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }

    @Override
    public HikariDataSource openReader(HikariDataSource writer) {
        return writer;
    }

    @Override
    public Instant now(Handle handle) {
        return handle.createQuery("SELECT clock_timestamp()")
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant();
    }

    @Override
    public boolean isOurs() {
        return false;
    }

    @Override
    public boolean isBrokenReference(SQLException e) {
        return Set.of(FOREIGN_KEY_VIOLATION, RESTRICT_VIOLATION).contains(state(e));
    }

    @Override
    public boolean isDuplicate(SQLException e) {
        return state(e).equals(UNIQUE_VIOLATION);
    }

    @Override
    public boolean isWorthRepeating(SQLException e) {
        return Set.of(SERIALIZATION_FAILURE, DEADLOCK_DETECTED).contains(state(e));
    }

    @Override
    public Reason reason(SQLException e) {
        String state = state(e);
        if (state.equals(DISK_FULL)) {
            return Reason.FULL;
        }
        return AWAY.stream().anyMatch(state::startsWith) ? Reason.AWAY : Reason.FAULT;
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }
}
