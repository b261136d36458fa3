package dev.penstock.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.Organization;
import dev.penstock.core.upload.Upload;
import dev.penstock.testkit.repository.Samples;
import dev.penstock.testkit.repository.UploadSamples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a SQLite file keeps and how it is opened.
class SqliteFileTest {
    private Path folder = Path.of("");

    @BeforeEach
    void useFolder(@TempDir Path temporary) {
        folder = temporary;
    }

    private Path file() {
        return folder.resolve("penstock.db");
    }

    private static DatabaseSettings at(Path file) {
        return DatabaseSettings.of("jdbc:sqlite:" + file);
    }

    @Test
    void what_was_saved_is_there_after_a_restart() {
        Upload upload;
        try (Database database = Database.open(at(file()))) {
            upload = savedCompleting(database);
        }

        try (Database database = Database.open(at(file()))) {
            assertThat(database.uploads().find(upload.id())).contains(upload);
            assertThat(
                            database.uploads()
                                    .pathHolder(upload.announcement().storeId(), upload.path()))
                    .contains(upload.id());
        }
    }

    @Test
    void what_was_saved_is_in_the_files_before_anything_is_closed() throws IOException {
        try (Database database = Database.open(at(file()))) {
            Upload upload = savedCompleting(database);
            Path copy = Files.createDirectory(folder.resolve("copy")).resolve("penstock.db");
            Files.copy(file(), copy);
            Files.copy(Path.of(file() + "-wal"), Path.of(copy + "-wal"));

            try (Database afterCrash = Database.open(at(copy))) {
                assertThat(afterCrash.uploads().find(upload.id())).contains(upload);
            }
        }
    }

    @Test
    void commits_are_synchronous_and_references_are_enforced() {
        try (Connections connections =
                Connections.open(Dialect.of(at(file()), Clock.systemUTC()))) {
            assertThat(pragma(connections, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(connections, "synchronous")).isEqualTo("2");
            assertThat(pragma(connections, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(connections, "busy_timeout")).isEqualTo("10000");
        }
    }

    @Test
    void connections_that_read_cannot_write() {
        try (Connections connections =
                Connections.open(Dialect.of(at(file()), Clock.systemUTC()))) {
            assertThatThrownBy(() -> connections.read(h -> h.execute("DELETE FROM organization")))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("readonly");
        }
    }

    @Test
    void readers_do_not_wait_for_a_writer() throws Exception {
        try (Connections connections =
                Connections.open(Dialect.of(at(file()), Clock.systemUTC()))) {
            var writing = new CountDownLatch(1);
            var done = new CountDownLatch(1);
            CompletableFuture<Boolean> writer =
                    CompletableFuture.supplyAsync(() -> hold(connections, writing, done));
            assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();

            Integer rows =
                    connections.read(h ->
                            h.createQuery("SELECT count(*) FROM installation")
                                    .mapTo(Integer.class)
                                    .one());
            done.countDown();

            assertThat(rows).isZero();
            assertThat(writer.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void it_is_ready_while_it_is_open() {
        Database database = Database.open(at(file()));
        assertThat(database.isReady()).isTrue();

        database.close();
        assertThat(database.isReady()).isFalse();
    }

    @Test
    void a_database_that_a_newer_version_migrated_is_refused() {
        try (Connections connections =
                Connections.open(Dialect.of(at(file()), Clock.systemUTC()))) {
            connections.update(
                    """
                    INSERT INTO flyway_schema_history
                      (installed_rank, version, description, type, script, checksum, installed_by,
                       execution_time, success)
                    VALUES (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'x', 1, 1)
                    """,
                    u -> u);
        }

        assertThatThrownBy(() -> Database.open(at(file())))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("9999");
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_stays_as_it_is() throws IOException {
        Files.writeString(file(), "something else, long enough to be looked at ".repeat(50));

        assertThatThrownBy(() -> Database.open(at(file()))).isInstanceOf(DatabaseException.class);
        assertThat(file()).content().startsWith("something else");
    }

    @Test
    void a_url_of_another_database_is_refused() {
        assertThatThrownBy(() -> Database.open(DatabaseSettings.of("jdbc:mysql://host/db")))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("jdbc:sqlite:");
    }

    @Test
    void a_failure_tells_nothing_of_the_values() {
        try (Database database = Database.open(at(file()))) {
            Organization organization = Samples.organization();
            database.organizations().insert(organization);

            assertThatThrownBy(() -> database.organizations().insert(otherSlug(organization)))
                    .isInstanceOf(DatabaseException.class)
                    .hasStackTraceContaining("organization.id")
                    .matches(e -> !stackTrace(e).contains("Acme"), "does not quote the name");
        }
    }

    private static Organization otherSlug(Organization o) {
        return new Organization(
                o.id(), Samples.slug("other"), o.name(), o.createdOn(), o.updatedOn(), 0);
    }

    private static String stackTrace(Throwable e) {
        var text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String pragma(Connections connections, String name) {
        return connections.write(h -> h.createQuery("PRAGMA " + name).mapTo(String.class).one());
    }

    private static boolean hold(
            Connections connections, CountDownLatch writing, CountDownLatch done) {
        return connections.write(h -> {
            h.execute("INSERT INTO installation (name, value) VALUES ('a', 'b')");
            writing.countDown();
            return awaited(done);
        });
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Upload savedCompleting(Database database) {
        Organization organization = Samples.organization();
        database.organizations().insert(organization);
        DocumentStore store = Samples.documentStore(organization);
        database.documentStores().insert(store);
        Intake intake = Samples.intake(store);
        database.intakes().insert(intake);
        Upload.Receiving announced = UploadSamples.announced(intake);
        database.uploads().insert(announced, Optional.empty(), Duration.ofMinutes(1));
        Upload opened = UploadSamples.opened(announced);
        database.uploads().save(opened);
        Upload completing = UploadSamples.completing(opened);
        database.uploads().save(completing);
        return completing;
    }
}
