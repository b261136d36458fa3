package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadCommandTest {
    private static final long MIB = 1 << 20;
    private static TestService service;
    private static Shell shell;
    @TempDir Path folder;

    @BeforeAll
    static void start(@TempDir Path data) {
        service = TestService.in(data);
        shell = service.uploader("acme");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private String file(String name, long size) {
        return TestFiles.make(folder.resolve(name), size).toString();
    }

    private Map<String, @Nullable Object> document(Object path) {
        return service
                .administrator()
                .run("ls", "--documents", "--intake", "acme/large-files", "--json")
                .jsonLines()
                .stream()
                .filter(document -> path.equals(document.get("path")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void small_file_becomes_a_document_of_its_name() {
        var ended = shell.run("upload", file("scan.pdf", 70_001));

        assertThat(ended.status()).isZero();
        assertThat(ended.out())
                .matches(
                        ".*scan\\.pdf arrived as document [0-9a-f-]{36}"
                                + " \\(68\\.4 KiB, verified by checksum\\)\\R");
        assertThat(document("scan.pdf").get("size")).isEqualTo(70_001);
    }

    @Test
    void json_tells_what_was_sent_and_what_it_became() {
        var name = file("json.bin", 11 * MIB);

        var ended = shell.run("upload", name, "--part-size", "5MiB", "--json", "--quiet");

        assertThat(ended.status()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.json())
                .containsOnlyKeys(
                        "file",
                        "uploadId",
                        "documentFamilyId",
                        "path",
                        "size",
                        "verified",
                        "checksum",
                        "partsSent",
                        "bytesSent",
                        "partsKept",
                        "bytesKept",
                        "warnings",
                        "contentObjects")
                .containsEntry("file", name)
                .containsEntry("path", "json.bin")
                .containsEntry("size", (int) (11 * MIB))
                .containsEntry("verified", "checksum")
                .containsEntry("partsSent", 3)
                .containsEntry("bytesSent", (int) (11 * MIB))
                .containsEntry("partsKept", 0)
                .containsEntry("bytesKept", 0)
                .containsEntry("warnings", List.of());
        assertThat(ended.json().get("checksum"))
                .isInstanceOfSatisfying(
                        Map.class, c -> assertThat(c.get("algorithm")).isEqualTo("CRC64NVME"));
        assertThat(document("json.bin").get("id")).isEqualTo(ended.json().get("documentFamilyId"));
    }

    @Test
    void progress_is_lines_where_there_is_no_terminal() {
        var name = file("lines.bin", 40 * MIB);

        var err = shell.run("upload", name, "--part-size", "5MiB").err().lines().toList();

        assertThat(err.getFirst())
                .matches(".*lines\\.bin: upload [0-9a-f-]{36}, 40\\.0 MiB in 8 parts");
        assertThat(err.getLast()).endsWith("lines.bin: all parts are there, completing");
        assertThat(err.subList(1, err.size() - 1))
                .hasSizeBetween(3, 20)
                .allMatch(line -> line.matches(".*: \\d+% of 40\\.0 MiB, [0-9.]+ \\w+/s"));
        assertThat(err.get(err.size() - 2)).contains(": 100% of");
    }

    @Test
    void quiet_shows_no_progress() {
        assertThat(shell.run("upload", "-q", file("quiet.bin", 100)).err()).isEmpty();
    }

    @Test
    void folder_becomes_a_document_for_each_file() {
        var photos = folder.resolve("photos");
        TestFiles.make(photos.resolve("a.jpg"), 10);
        TestFiles.make(photos.resolve("2026/b ü+&.jpg"), 20);

        var ended = shell.run("upload", "-r", photos.toString(), "--json");

        assertThat(ended.status()).isZero();
        assertThat(ended.jsonLines())
                .extracting(line -> line.get("path"))
                .containsExactly("photos/2026/b ü+&.jpg", "photos/a.jpg");
        assertThat(document("photos/2026/b ü+&.jpg").get("size")).isEqualTo(20);
    }

    @Test
    void standard_input_becomes_a_document_of_the_path() {
        var bytes = new byte[(int) (12 * MIB + 5)];
        new Random(TestFiles.SEED).nextBytes(bytes);

        var ended =
                shell.run(
                        new ByteArrayInputStream(bytes),
                        "upload",
                        "-",
                        "--path",
                        "dumps/big.sql",
                        "--json");

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.json())
                .containsEntry("path", "dumps/big.sql")
                .containsEntry("size", bytes.length)
                .containsEntry("partsSent", 3)
                .containsEntry("verified", "checksum");
    }

    @Test
    void path_metadata_type_and_version_come_with_the_document() {
        var name = file("m.bin", 100);

        shell.done(
                "upload",
                name,
                "--path",
                "2026/film.mov",
                "--metadata",
                "project=apollo",
                "-m",
                "note=a=b ü",
                "--content-type",
                "video/quicktime",
                "--document-version",
                "v7");

        var document = document("2026/film.mov");
        assertThat(document.get("metadata"))
                .isEqualTo(Map.of("project", "apollo", "note", "a=b ü"));
        assertThat(document.get("contentObjects"))
                .asString()
                .contains("declaredMimeType=video/quicktime", "documentVersion=v7");
    }

    @Test
    void one_that_fails_does_not_keep_the_next_from_being_sent() {
        var first = file("first.bin", 10);
        var second = file("second.bin", 10);
        var missing = folder.resolve("missing.bin").toString();

        var ended = shell.run("upload", "--json", "-q", first, missing, second);

        assertThat(ended.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(ended.jsonLines()).hasSize(3);
        assertThat(ended.jsonLines().get(1))
                .containsEntry("file", missing)
                .containsEntry("error", missing + " does not exist.");
        assertThat(ended.err()).isEqualTo("penstock: " + missing + " does not exist.\n");
        assertThat(document("second.bin").get("size")).isEqualTo(10);
    }

    @Test
    void path_that_is_taken_is_told_by_its_code() {
        var name = file("twice.bin", 10);
        shell.done("upload", name);

        var ended = shell.run("upload", name, "--json", "-q");

        assertThat(ended.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(ended.json()).containsEntry("code", "path-taken");
        assertThat(ended.err()).startsWith("penstock: path-taken: ");
    }

    @Test
    void nothing_is_left_in_the_journal() throws Exception {
        var home = folder.resolve("home");
        var other = new Shell(home);
        shell.variables().forEach(other::set);

        other.done("upload", file("journal.bin", 6 * MIB), "--part-size", "5MiB");

        try (var files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void empty_input_is_refused() {
        var ended = shell.run("upload", "-", "--path", "empty");

        assertThat(ended.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(ended.err())
                .isEqualTo("penstock: The stream is empty; there is nothing to send.\n");
    }
}
