package dev.penstock.embedded.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer. Whatever waits while a commit is being synced goes into the next one together,
/// so that many callers share a transaction and an fsync; each still succeeds or fails on its own.
///
/// Nobody hears of an outcome, a refusal included, before the transaction it was seen in is
/// durable.
final class CommitQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommitQueue.class);
    private static final int MAX_GROUP = 256;

    private final Connection connection;
    private final BlockingQueue<Ticket<?>> waiting = new LinkedBlockingQueue<>();
    private final Thread writer = Thread.ofPlatform().name("penstock-catalog").unstarted(this::run);
    private volatile boolean closing;

    CommitQueue(Connection connection) {
        this.connection = connection;
        writer.setDaemon(true);
        writer.start();
    }

    /// Runs the work and returns when it is durable.
    <T> T commit(Work<T> work) {
        Ticket<T> ticket = new Ticket<>(work);
        enqueue(ticket);
        return ticket.await();
    }

    /// How many wait for the commit after the one that runs.
    int waiting() {
        return waiting.size();
    }

    private synchronized void enqueue(Ticket<?> ticket) {
        if (closing) {
            throw new IllegalStateException("the storage is stopped");
        }
        waiting.add(ticket);
    }

    private void run() {
        List<Ticket<?>> group = new ArrayList<>();
        try {
            while (!closing || !waiting.isEmpty()) {
                group.add(waiting.take());
                waiting.drainTo(group, MAX_GROUP - 1);
                commit(group);
                group.clear();
            }
        } catch (InterruptedException e) {
            LOG.debug("the writer ends");
        }
    }

    private void commit(List<Ticket<?>> group) {
        try {
            for (Ticket<?> ticket : group) {
                attempt(ticket);
            }
            connection.commit();
            group.forEach(Ticket::tell);
        } catch (SQLException e) {
            undo(group, SqlFailure.ofCommit(e));
        } catch (CatalogException e) {
            undo(group, e);
        } catch (RuntimeException | Error e) {
            undo(group, new CatalogException("the catalog failed", e));
        }
    }

    /// A refusal undoes this caller's statements only; a failing database fails the group.
    private void attempt(Ticket<?> ticket) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            ticket.run(connection);
            connection.releaseSavepoint(before);
        } catch (CatalogException e) {
            throw e;
        } catch (RuntimeException e) {
            connection.rollback(before);
            connection.releaseSavepoint(before);
            ticket.refuse(e);
        }
    }

    private void undo(List<Ticket<?>> group, CatalogException failure) {
        LOG.error("a transaction of {} callers failed", group.size(), failure);
        try {
            connection.rollback();
        } catch (SQLException e) {
            beginAgain(e);
        }
        group.forEach(ticket -> ticket.fail(failure));
    }

    /// SQLite itself rolls back what a full disk stops
    /// (<https://www.sqlite.org/lang_transaction.html>, section 2.1), and then there is nothing to
    /// roll back, but no transaction for the next group either: the driver begins one only after a
    /// rollback of its own.
    private void beginAgain(SQLException rollback) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
        } catch (SQLException e) {
            e.addSuppressed(rollback);
            LOG.error("the catalog cannot roll back", e);
        }
    }

    @Override
    public void close() {
        takeNothingMore();
        try {
            writer.join();
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw SqlFailure.of(e);
        }
    }

    private synchronized void takeNothingMore() {
        closing = true;
        waiting.add(new Ticket<>(_ -> closing));
    }

    /// A caller that waits.
    private static final class Ticket<T> {
        private final Work<T> work;
        private final CompletableFuture<T> told = new CompletableFuture<>();
        private Runnable outcome = () -> {};

        Ticket(Work<T> work) {
            this.work = work;
        }

        void run(Connection connection) {
            T result = work.run(connection);
            outcome = () -> told.complete(result);
        }

        void refuse(RuntimeException refusal) {
            outcome = () -> told.completeExceptionally(refusal);
        }

        void tell() {
            outcome.run();
        }

        void fail(RuntimeException failure) {
            told.completeExceptionally(failure);
        }

        T await() {
            try {
                return told.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommitUncertainException("interrupted while committing", e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException refusal
                        ? refusal
                        : new IllegalStateException(e.getCause());
            }
        }
    }
}
