package dev.penstock.embedded.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConnection;

/// Callers that wait at the same time share a transaction, and each hears its own outcome.
@Timeout(30)
class CommitQueueTest {
    private static final int CALLERS = 20;

    @TempDir private Path folder;
    private final AtomicInteger commits = new AtomicInteger();
    private Path file = Path.of("");

    @BeforeEach
    void makeTable() throws Exception {
        file = folder.resolve("t.sqlite");
        try (Connection connection = CatalogFile.openToWrite(file)) {
            Sql.update(connection, "CREATE TABLE t(n INTEGER NOT NULL PRIMARY KEY) STRICT");
            connection.commit();
        }
    }

    @Test
    void callers_that_wait_together_share_one_commit() throws Exception {
        try (CommitQueue queue = open()) {
            runTogether(queue, number -> connection -> insert(connection, number));
            assertThat(commits).hasValue(2);
        }
        assertThat(rows()).isEqualTo(CALLERS);
    }

    @Test
    void after_a_full_disk_it_goes_on_as_before() throws Exception {
        try (CommitQueue queue = open()) {
            queue.commit(connection -> insert(connection, 1));
            queue.commit(connection -> mostPages(connection, 2));
            assertThatThrownBy(() -> queue.commit(CommitQueueTest::insertMany))
                    .isInstanceOf(CatalogFullException.class);
            queue.commit(connection -> mostPages(connection, 1000));
            queue.commit(connection -> insert(connection, 2));
            assertThatThrownBy(() ->
                            queue.commit(connection -> {
                                insert(connection, 3);
                                throw new IllegalArgumentException("refused");
                            }))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(rows()).isEqualTo(2);
    }

    private static int mostPages(Connection connection, int pages) {
        return Sql.first(connection, row -> row.getInt(1), "PRAGMA max_page_count = " + pages)
                .orElseThrow();
    }

    private static int insertMany(Connection connection) {
        for (int i = 0; i < 10_000; i++) {
            insert(connection, 1000 + i);
        }
        return 10_000;
    }

    @Test
    void a_refusal_undoes_the_statements_of_its_caller_alone() throws Exception {
        List<Future<Integer>> outcomes;
        try (CommitQueue queue = open()) {
            outcomes =
                    runTogether(
                            queue,
                            number ->
                                    connection -> {
                                        insert(connection, number);
                                        if (number % 2 == 0) {
                                            throw new IllegalArgumentException("refused " + number);
                                        }
                                        return number;
                                    });
        }
        assertThat(rows()).isEqualTo(CALLERS / 2);
        for (int i = 0; i < CALLERS; i++) {
            Future<Integer> outcome = outcomes.get(i);
            if (i % 2 == 0) {
                assertThatThrownBy(outcome::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasRootCauseMessage("refused " + i);
            } else {
                assertThat(outcome.get()).isEqualTo(i);
            }
        }
    }

    @Test
    void a_queue_that_is_closed_refuses() throws Exception {
        CommitQueue queue = open();
        queue.close();
        assertThatThrownBy(() -> queue.commit(_ -> 1)).isInstanceOf(IllegalStateException.class);
    }

    private interface Caller {
        Work<Integer> work(int number);
    }

    /// Holds the writer until all callers wait.
    private static List<Future<Integer>> runTogether(CommitQueue queue, Caller caller)
            throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Integer> first =
                    threads.submit(() ->
                            queue.commit(connection -> {
                                begun.countDown();
                                await(held);
                                return Sql.update(connection, "DELETE FROM t");
                            }));
            await(begun);
            List<Future<Integer>> outcomes = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                Work<Integer> work = caller.work(i);
                outcomes.add(threads.submit(() -> queue.commit(work)));
            }
            while (queue.waiting() < CALLERS) {
                Thread.sleep(1);
            }
            held.countDown();
            first.get();
            return outcomes;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int insert(Connection connection, int number) {
        return Sql.update(connection, "INSERT INTO t(n) VALUES (?)", number);
    }

    private CommitQueue open() throws Exception {
        Connection connection = CatalogFile.openToWrite(file);
        connection
                .unwrap(SQLiteConnection.class)
                .addCommitListener(
                        new SQLiteCommitListener() {
                            @Override
                            public void onCommit() {
                                commits.incrementAndGet();
                            }

                            @Override
                            public void onRollback() {}
                        });
        return new CommitQueue(connection);
    }

    private int rows() throws Exception {
        try (Connection connection = CatalogFile.openToRead(file)) {
            return Sql.first(connection, row -> row.getInt(1), "SELECT COUNT(*) FROM t")
                    .orElseThrow();
        }
    }
}
