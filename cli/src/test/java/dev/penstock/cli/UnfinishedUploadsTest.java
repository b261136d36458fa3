package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ls`, `resume` and `abort` of an upload that was cut off.
class UnfinishedUploadsTest {
    private static final long MIB = 1 << 20;
    private static final long SIZE = 23 * MIB + 17;
    @TempDir Path folder;
    private TestService service;
    private Shell shell;
    private Path file;
    private String id = "";

    @BeforeEach
    void cut_off() {
        service = TestService.in(folder);
        shell = service.uploader("acme");
        file = TestFiles.make(folder.resolve("film.mov"), SIZE);
        id = UnfinishedUpload.begin(service, shell, file, 2).toString();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void ls_shows_what_the_service_says() {
        assertThat(shell.done("ls"))
                .contains("UPLOAD", "STATE")
                .containsPattern(
                        id + " +acme/large-files +receiving +10\\.0 MiB +23\\.0 MiB +" + file);
        assertThat(shell.run("ls", "--json").json())
                .containsEntry("uploadId", id)
                .containsEntry("state", "receiving")
                .containsEntry("received", (int) (10 * MIB));
        assertThat(shell.done("ls", "--intake", "other/intake")).doesNotContain(id);
    }

    @Test
    void resume_alone_lists_what_can_be_resumed() {
        assertThat(shell.done("resume")).contains(id, file.toString(), "UNTIL");
        assertThat(new Shell(folder.resolve("another-home")).done("resume"))
                .isEqualTo("There is nothing to resume.\n");
    }

    @Test
    void resume_sends_only_the_missing_parts() {
        var ended = shell.run("resume", id, "--json", "-q");

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.json())
                .containsEntry("partsKept", 2)
                .containsEntry("bytesKept", (int) (10 * MIB))
                .containsEntry("partsSent", 3)
                .containsEntry("bytesSent", (int) (SIZE - 10 * MIB))
                .containsEntry("verified", "checksum");
        assertThat(shell.done("ls")).doesNotContain(id);
    }

    @Test
    void resume_finds_the_upload_by_its_file() {
        var ended = shell.run("resume", file.toString(), "--json", "-q");

        assertThat(ended.json()).containsEntry("uploadId", id).containsEntry("partsKept", 2);
    }

    @Test
    void upload_of_another_machine_is_resumed_from_its_id_and_the_file() {
        var elsewhere = new Shell(folder.resolve("another-home"));
        shell.variables().forEach(elsewhere::set);

        assertThat(elsewhere.run("resume", id).err()).contains("--file");
        var ended = elsewhere.run("resume", id, "--file", file.toString(), "--json", "-q");

        assertThat(ended.json()).containsEntry("partsKept", 2).containsEntry("partsSent", 3);
    }

    @Test
    void file_that_changed_is_refused() throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(9)));

        var ended = shell.run("resume", id, "-q");

        assertThat(ended.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(ended.err()).contains("changed while it was being sent: it was written to");
        assertThat(state()).isEqualTo("receiving");
    }

    @Test
    void abort_gives_the_upload_up() {
        assertThat(shell.done("abort", id)).isEqualTo("aborted " + id + "\n");

        assertThat(shell.done("ls")).doesNotContain(id);
        assertThat(state()).isEqualTo("aborted");
        assertThat(shell.run("resume", id).status()).isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void abort_works_by_file_and_from_another_machine() {
        var elsewhere = new Shell(folder.resolve("another-home"));
        shell.variables().forEach(elsewhere::set);

        assertThat(elsewhere.done("abort", id)).isEqualTo("aborted " + id + "\n");
        assertThat(shell.done("ls")).containsPattern(id + " .*aborted");
        assertThat(shell.done("abort", file.toString())).isEqualTo("aborted " + id + "\n");
    }

    private String state() {
        return UnfinishedUpload.status(service.url(), shell, UUID.fromString(id)).state();
    }
}
