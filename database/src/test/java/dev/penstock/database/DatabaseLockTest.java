package dev.penstock.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.intake.Organization;
import dev.penstock.testkit.repository.Samples;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A SQLite file has one user at a time.
class DatabaseLockTest {
    @TempDir Path folder;

    private Path file() {
        return folder.resolve("penstock.db");
    }

    private static Database open(Path file) {
        return Database.open(DatabaseSettings.of("jdbc:sqlite:" + file));
    }

    private void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("penstock.db")
                .hasMessageContaining("another Penstock process")
                .hasMessageContaining("several nodes on one database need PostgreSQL")
                .hasNoCause();
    }

    @Test
    void a_file_in_use_is_refused_and_the_first_goes_on() {
        Organization organization = Samples.organization();
        try (Database first = open(file())) {
            assertRefused(() -> open(file()));
            assertRefused(() -> open(folder.resolve("./penstock.db")));
            assertRefused(() -> open(Path.of(file() + "?journal_mode=WAL")));

            first.organizations().insert(organization);
            assertThat(first.organizations().find(organization.id())).contains(organization);
        }
    }

    @Test
    void a_link_to_a_file_in_use_is_refused() throws IOException {
        Path link = Files.createDirectory(folder.resolve("links")).resolve("penstock.db");
        try (Database first = open(file())) {
            Files.createSymbolicLink(link, file());

            assertRefused(() -> open(link));
            assertThat(first.isReady()).isTrue();
        }
    }

    @Test
    void a_closed_file_may_be_opened_again() {
        open(file()).close();
        try (Database again = open(file())) {
            assertThat(again.isReady()).isTrue();
        }
    }

    @Test
    void a_start_that_failed_lets_go_of_the_file() throws IOException {
        Files.writeString(file(), "something else, long enough to be looked at ".repeat(50));
        assertThatThrownBy(() -> open(file())).isInstanceOf(DatabaseException.class);

        Files.delete(file());
        try (Database again = open(file())) {
            assertThat(again.isReady()).isTrue();
        }
    }

    @Test
    void nothing_is_migrated_while_another_uses_the_file() throws IOException {
        try (FileChannel other =
                        FileChannel.open(
                                Path.of(file() + ".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var held = other.lock()) {
            assertThat(held.isValid()).isTrue();
            assertRefused(() -> open(file()));
        }
        assertThat(file()).doesNotExist();
    }

    @Test
    void databases_in_memory_are_many() {
        try (Database one = Database.open(DatabaseSettings.of("jdbc:sqlite::memory:"));
                Database other = Database.open(DatabaseSettings.of("jdbc:sqlite::memory:"))) {
            assertThat(one.isReady() && other.isReady()).isTrue();
        }
    }

    @Test
    void a_database_in_memory_that_has_a_name_leaves_no_file() {
        String url =
                "jdbc:sqlite:file:named-%d?mode=memory&cache=shared".formatted(System.nanoTime());
        try (Database database = Database.open(DatabaseSettings.of(url))) {
            assertThat(database.isReady()).isTrue();
            assertThat(Path.of("").toAbsolutePath().toFile().list())
                    .noneMatch(name -> name.startsWith("file:named-"));
        }
    }
}
