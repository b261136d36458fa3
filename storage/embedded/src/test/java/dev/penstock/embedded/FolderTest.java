package dev.penstock.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.embedded.blob.StartRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A storage's folder: one process, one id, and files that nobody owns.
class FolderTest {
    @TempDir private Path folder;
    private Path one = Path.of("");

    @BeforeEach
    void make() throws IOException {
        one = filled("one");
    }

    private Path filled(String name) throws IOException {
        Path directory = folder.resolve(name);
        try (EmbeddedStorage storage = start(directory)) {
            SignedHttp.of(storage.endpoint()).send(Ask.put("key", Samples.bytes(1, 100)));
        }
        return directory;
    }

    @Test
    void a_storage_that_is_started_again_has_its_objects_and_its_id() throws IOException {
        EmbeddedStorage before = start(one);
        before.close();
        try (EmbeddedStorage again = start(one)) {
            assertThat(again.storageId()).isEqualTo(before.storageId());
            assertThat(SignedHttp.of(again.endpoint()).send(Ask.get("key")).body())
                    .isEqualTo(Samples.bytes(1, 100));
        }
    }

    @Test
    void a_second_process_is_refused() throws Exception {
        try (ChildStorage child = ChildStorage.start(one)) {
            assertThat(child.endpoint()).isNotNull();
            requireRefused(one, "in use");
            try (ChildStorage second = ChildStorage.start(one)) {
                assertThat(second.firstLine()).contains("StartRefusedException", "in use");
            }
            assertThat(SignedHttp.of(child.endpoint()).send(Ask.get("key")).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_second_storage_in_this_process_is_refused() {
        try (EmbeddedStorage storage = start(one)) {
            assertThat(storage.endpoint()).isNotNull();
            requireRefused(one, "in use");
        }
        start(one).close();
    }

    @Test
    void the_database_of_another_storage_is_refused() throws IOException {
        Path two = filled("two");
        swap(one.resolve("catalog.sqlite"), two.resolve("catalog.sqlite"));
        requireRefused(one, "belong together");
        requireRefused(two, "belong together");
    }

    @Test
    void the_blobs_of_another_storage_are_refused() throws IOException {
        Path two = filled("two");
        swap(one.resolve("blobs"), two.resolve("blobs"));
        requireRefused(one, "belong together");
    }

    @Test
    void blobs_without_their_database_are_refused() throws IOException {
        Files.move(one.resolve("catalog.sqlite"), folder.resolve("lost"));
        requireRefused(one, "no database");
        Files.move(folder.resolve("lost"), one.resolve("catalog.sqlite"));
        start(one).close();
    }

    @Test
    void a_database_without_its_blobs_is_refused() throws IOException {
        Files.move(one.resolve("blobs"), folder.resolve("lost"));
        requireRefused(one, "missing");
    }

    @Test
    void a_database_of_a_newer_format_is_refused() {
        CatalogRows.change(one, "UPDATE storage SET format = 2");
        requireRefused(one, "format 2");
    }

    @Test
    void a_port_that_is_taken_is_told_and_the_folder_is_free_again() {
        try (EmbeddedStorage storage = start(folder.resolve("two"))) {
            EmbeddedStorageSettings settings = TestStorage.settings(one, Clock.systemUTC());
            EmbeddedStorageSettings taken =
                    new EmbeddedStorageSettings(
                            one,
                            settings.host(),
                            storage.endpoint().getPort(),
                            settings.bucket(),
                            settings.credentials(),
                            settings.region(),
                            settings.corsOrigins(),
                            settings.clock());
            assertThatThrownBy(() -> EmbeddedStorage.start(taken))
                    .isInstanceOf(IllegalStateException.class);
        }
        start(one).close();
    }

    @Test
    void files_that_nobody_owns_go_to_quarantine_and_only_after_the_grace_time_away()
            throws IOException {
        String stray = "ab".repeat(16);
        Files.write(one.resolve("blobs/ab").resolve(stray), new byte[5]);
        Files.write(one.resolve("blobs/cd").resolve("not-ours.txt"), new byte[5]);
        try (EmbeddedStorage storage = start(one)) {
            TestStorage.await(() -> quarantine().equals(Set.of(stray, "not-ours.txt")));
            assertThat(TestStorage.blobs(one)).hasSize(1);
            assertThat(SignedHttp.of(storage.endpoint()).send(Ask.get("key")).status())
                    .isEqualTo(200);
        }
        startAndStopAfter(Duration.ofHours(23));
        assertThat(quarantine()).hasSize(2);
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(25));
        try (EmbeddedStorage storage = EmbeddedStorage.start(TestStorage.settings(one, later))) {
            assertThat(storage.endpoint()).isNotNull();
            TestStorage.await(() -> quarantine().isEmpty());
        }
        assertThat(TestStorage.blobs(one)).hasSize(1);
    }

    private void startAndStopAfter(Duration time) {
        Clock later = Clock.offset(Clock.systemUTC(), time);
        EmbeddedStorage.start(TestStorage.settings(one, later)).close();
    }

    private Set<String> quarantine() {
        return Set.of(Objects.requireNonNull(one.resolve("quarantine").toFile().list()));
    }

    /// A start that is refused moves and removes nothing.
    private static void requireRefused(Path directory, String why) {
        List<String> before = files(directory);
        assertThatThrownBy(() -> start(directory))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(why);
        assertThat(files(directory)).containsAll(before);
    }

    private static List<String> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(Path::toString).filter(f -> !f.matches(".*-(wal|shm)")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void swap(Path a, Path b) throws IOException {
        Path aside = folder.resolve("aside");
        Files.move(a, aside);
        Files.move(b, a);
        Files.move(aside, b);
    }

    private static EmbeddedStorage start(Path directory) {
        return EmbeddedStorage.start(TestStorage.settings(directory, Clock.systemUTC()));
    }
}
