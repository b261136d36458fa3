package dev.penstock.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.penstock.core.intake.Deleted;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import dev.penstock.core.repository.RepositoryException.Reason;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.Update;

/// The open connections: [#read] for one statement that reads, [#write] for one transaction.
/// Neither may be called inside the other, since there may be but one connection.
final class Connections implements AutoCloseable {
    private static final int ATTEMPTS = 5;

    private final Dialect dialect;
    private final DatabaseLock lock;
    private final HikariDataSource writerPool;
    private final HikariDataSource readerPool;
    private final Jdbi writer;
    private final Jdbi reader;

    private Connections(
            Dialect dialect, DatabaseLock lock, HikariDataSource writer, HikariDataSource reader) {
        this.dialect = dialect;
        this.lock = lock;
        this.writerPool = writer;
        this.readerPool = reader;
        this.writer = jdbi(writer);
        this.reader = jdbi(reader);
    }

    /// Opens the database and brings it to this version's schema.
    static Connections open(Dialect dialect) {
        DatabaseLock lock = dialect.lock();
        try {
            return open(dialect, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Connections open(Dialect dialect, DatabaseLock lock) {
        HikariDataSource writer = openPool(dialect::openWriter);
        try {
            Migrations.migrate(dialect, writer);
            var connections =
                    new Connections(
                            dialect, lock, writer, openPool(() -> dialect.openReader(writer)));
            if (dialect.isOurs()) {
                connections.write(Leases::endAll);
            }
            return connections;
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    private static HikariDataSource openPool(Supplier<HikariDataSource> open) {
        try {
            return open.get();
        } catch (RuntimeException e) {
            throw new DatabaseException("cannot open the database: " + rootMessage(e), e);
        }
    }

    /// Statement values stay out of exception messages: they are callers' data.
    private static Jdbi jdbi(HikariDataSource pool) {
        Jdbi jdbi = Jdbi.create(pool);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }

    <T> T read(Function<Handle, T> work) {
        return translating(() -> reader.withHandle(work::apply));
    }

    /// Runs the work in one transaction, durable on return; again when the database gave it up for
    /// the sake of another. [Handle#rollback] inside ends it without effect.
    ///
    /// @throws DatabaseException.BrokenReference when a foreign key refused
    /// @throws DatabaseException.Duplicate when a unique index did
    <T> T write(Function<Handle, T> work) {
        return translating(() -> attempt(work, ATTEMPTS));
    }

    /// What time it is for the database.
    Instant now(Handle handle) {
        return dialect.now(handle);
    }

    /// One statement as one transaction.
    ///
    /// @return the rows it changed
    int update(String sql, UnaryOperator<Update> bind) {
        return write(h -> bind.apply(h.createUpdate(sql)).execute());
    }

    /// @param sql deletes the row of `:id`
    Deleted delete(String sql, UUID id) {
        try {
            int rows = update(sql, u -> u.bind("id", id.toString()));
            return rows == 1 ? Deleted.DELETED : Deleted.MISSING;
        } catch (DatabaseException.BrokenReference e) {
            return Deleted.IN_USE;
        }
    }

    <T> Optional<T> findOne(String sql, UnaryOperator<Query> bind, RowReader<T> reader) {
        return read(h -> bind.apply(h.createQuery(sql)).map(reader).findOne());
    }

    /// A page by keyset.
    ///
    /// @param sql with `id > :after … ORDER BY id LIMIT :limit`
    <T> Page<T> page(
            String sql,
            UnaryOperator<Query> bind,
            PageRequest page,
            RowReader<T> reader,
            Function<T, UUID> idOf) {
        UnaryOperator<Query> bindAll =
                q ->
                        bind.apply(q)
                                .bind("after", page.after().map(UUID::toString).orElse(""))
                                .bind("limit", page.limit() + 1);
        List<T> rows = read(h -> bindAll.apply(h.createQuery(sql)).map(reader).list());
        return Page.of(rows, page, idOf);
    }

    private <T> T attempt(Function<Handle, T> work, int attempts) {
        try {
            return writer.inTransaction(work::apply);
        } catch (JdbiException e) {
            if (attempts > 1 && dialect.isWorthRepeating(sqlCause(e))) {
                return attempt(work, attempts - 1);
            }
            throw e;
        }
    }

    private <T> T translating(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            SQLException cause = sqlCause(e);
            if (dialect.isBrokenReference(cause)) {
                throw new DatabaseException.BrokenReference(e);
            }
            if (dialect.isDuplicate(cause)) {
                throw new DatabaseException.Duplicate(e);
            }
            throw new DatabaseException(
                    reason(cause), "the database failed: " + cause.getMessage(), e);
        }
    }

    private Reason reason(SQLException e) {
        // of the pool, when no connection came free or could be made in time
        return e instanceof SQLTransientConnectionException ? Reason.AWAY : dialect.reason(e);
    }

    private static SQLException sqlCause(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return sql;
            }
        }
        return new SQLException(e.getMessage());
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        for (Throwable t = e; t != null; t = t.getCause()) {
            root = t;
        }
        return String.valueOf(root.getMessage());
    }

    @Override
    public void close() {
        try (lock) {
            readerPool.close();
            writerPool.close();
        }
    }
}
