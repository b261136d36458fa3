package dev.penstock.kddb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the real Python library makes of our containers, and we of its.
@Tag("proof")
final class KodexaLibraryTest {
    private static KodexaEnvironment library;

    @BeforeAll
    static void install(@TempDir Path folder) {
        library = KodexaEnvironment.requireFor(KodexaLibraryTest.class, folder);
    }

    @Test
    void library_opens_what_we_write_in_every_way(@TempDir Path folder) throws IOException {
        write(folder, "full.kddb", Samples.full());
        write(folder, "empty.kddb", Samples.EMPTY);
        write(folder, "deep.kddb", Samples.with(Samples.nested(64), Samples.nested(64)));
        library.run("open_fresh.py", folder);
    }

    @Test
    void library_works_on_it_saves_it_and_opens_it_again(@TempDir Path folder) throws IOException {
        Path saved = folder.resolve("saved.kddb");
        library.run("work.py", write(folder, "full.kddb", Samples.full()), saved);
        assertThat(ContainerReader.read(Files.readAllBytes(saved)))
                .isInstanceOfSatisfying(
                        ReadContainer.Opened.class,
                        opened -> {
                            assertThat(opened.metadata())
                                    .containsAllEntriesOf(Samples.metadata())
                                    .containsEntry("added", Map.of("by", "parser", "n", 1));
                            assertThat(opened.externalData()).contains(Samples.externalData());
                        });
    }

    @Test
    void library_opens_copies_of_what_it_saved_itself(@TempDir Path own, @TempDir Path copies)
            throws IOException, SQLException {
        library.run("save_own.py", own);
        Files.write(own.resolve("old.kddb"), oldContainer());
        for (String name : List.of("parsed.kddb", "new.kddb", "text.kddb", "old.kddb")) {
            byte[] uploaded = Files.readAllBytes(own.resolve(name));
            Files.write(copies.resolve(name), ContainerWriter.rewrite(uploaded, Samples.full()));
        }
        library.run("open_copies.py", copies);
    }

    @Test
    void we_read_what_the_library_saves(@TempDir Path own) throws IOException {
        library.run("save_own.py", own);
        ReadContainer.Opened parsed = opened(own.resolve("parsed.kddb"));
        assertThat(parsed.metadata())
                .isEqualTo(Map.of("mine", Map.of("deep", Arrays.asList(1, null, "ü"))));
        assertThat(parsed.externalData()).contains(Map.of("own", true));
        opened(own.resolve("new.kddb"));
    }

    @Test
    void example_of_the_page_runs(@TempDir Path folder) throws IOException {
        Path script = Files.writeString(folder.resolve("example.py"), KddbPage.example());
        library.runFile(script, write(folder, "full.kddb", Samples.full()));
        ReadContainer.Opened again = opened(library.folder().resolve("again.kddb"));
        assertThat(again.metadata()).isEqualTo(Samples.metadata());
        assertThat(again.externalData()).contains(Samples.externalData());
        assertThat(again.labels()).containsAll(Samples.full().labels()).contains("SEEN");
    }

    private static ReadContainer.Opened opened(Path file) throws IOException {
        ReadContainer read = ContainerReader.read(Files.readAllBytes(file));
        assertThat(read).isInstanceOf(ReadContainer.Opened.class);
        return (ReadContainer.Opened) read;
    }

    private static Path write(Path folder, String name, Container container) throws IOException {
        return Files.write(folder.resolve(name), ContainerWriter.write(container));
    }

    /// Of before format 4.0.1: features and their values in two tables.
    private static byte[] oldContainer() throws SQLException {
        return SqliteFile.container(
                ValuePacker.pack(Map.of("version", "2.0.0", "metadata", Map.of("was", "old"))),
                """
                CREATE TABLE cnp (id integer primary key, cn_id INTEGER, pos integer, content text, content_idx integer);
                CREATE TABLE f (id integer primary key, cn_id integer, f_type INTEGER, fvalue_id integer);
                CREATE TABLE f_value (id integer primary key, binary_value blob, single integer);
                INSERT INTO n_type VALUES (1, 'page');
                INSERT INTO f_type VALUES (1, 'check:old');
                INSERT INTO cn VALUES (1, 1, NULL, 0);
                INSERT INTO f_value VALUES (1, x'9107', 1);
                INSERT INTO f VALUES (1, 1, 1, 1);
                """);
    }
}
