package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.testkit.misbehaving.Fault;
import dev.penstock.testkit.misbehaving.MisbehavingStorage;
import dev.penstock.testkit.misbehaving.Operation;
import dev.penstock.testkit.misbehaving.Plan;
import dev.penstock.testkit.misbehaving.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An upload that the storage dropped by itself is sent anew, without anybody's doing.
class LostUploadTest {
    private static final long SIZE = (11L << 20) + 7;
    private static final String ANEW = "the storage lost upload";

    @TempDir static Path folder;
    private static MisbehavingStorage storage;
    private static TestService service;
    private static Shell shell;

    @BeforeAll
    static void start() {
        storage = MisbehavingStorage.start(Plan.calm());
        service = TestService.in(folder, StorageThatMisbehaves.settings(storage));
        shell = service.uploader("lost");
    }

    @AfterAll
    static void stop() {
        service.close();
        storage.close();
    }

    @AfterEach
    void calm() {
        storage.calm();
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"UPLOAD_PART", "LIST_PARTS"})
    void it_becomes_a_document_all_the_same(Operation operation) {
        arrives(operation);
    }

    /// The service waits a minute for a join that may still be under way.
    @Test
    @Tag("proof")
    void so_does_one_that_is_dropped_while_its_parts_are_joined() {
        arrives(Operation.COMPLETE_MULTIPART_UPLOAD);
    }

    private static void arrives(Operation operation) {
        var file = TestFiles.make(folder.resolve(operation + ".bin"), SIZE);
        storage.play(Rule.of(Fault.DROPPED_UPLOAD).on(operation));

        var ended = shell.run("upload", "--part-size", "5MiB", file.toString());

        assertThat(ended.status()).as(ended.toString()).isZero();
        assertThat(ended.err().lines().filter(line -> line.contains(ANEW))).hasSize(1);
        assertThat(ended.out()).contains("arrived as document", "verified by checksum");
        assertThat(shell.done("resume")).contains("nothing to resume");
    }

    @Test
    void a_small_file_is_sent_anew_as_well() {
        var file = TestFiles.make(folder.resolve("small.bin"), 77);
        storage.play(Rule.of(Fault.DROPPED_UPLOAD).on(Operation.UPLOAD_PART));

        assertThat(shell.done("upload", file.toString())).contains("arrived as document");
    }

    @Test
    void a_storage_that_drops_everything_ends_it() {
        var file = TestFiles.make(folder.resolve("hopeless.bin"), SIZE);
        storage.play(Rule.of(Fault.DROPPED_UPLOAD).on(Operation.UPLOAD_PART).always());

        var ended = shell.run("upload", "--part-size", "5MiB", file.toString());

        assertThat(ended.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(ended.err().lines().filter(line -> line.contains(ANEW)))
                .as(ended.toString())
                .hasSize(3);
        assertThat(ended.err()).contains("is over");
        assertThat(shell.done("resume")).contains("nothing to resume");
    }

    @Test
    void a_resumed_upload_begins_anew_too() {
        var file = TestFiles.make(folder.resolve("resumed.bin"), SIZE);
        var id = UnfinishedUpload.begin(service, shell, file, 1);
        storage.play(Rule.of(Fault.DROPPED_UPLOAD).on(Operation.LIST_PARTS));

        var ended = shell.run("resume", id.toString());

        assertThat(ended.status()).as(ended.toString()).isZero();
        assertThat(ended.err()).contains(ANEW + " " + id);
        assertThat(ended.out()).contains("arrived as document");
        assertThat(shell.done("resume")).contains("nothing to resume");
    }

    @Test
    void a_stream_of_one_part_arrives() throws IOException {
        var file = TestFiles.make(folder.resolve("piped.bin"), SIZE);

        try (var in = Files.newInputStream(file)) {
            var ended = shell.run(in, "upload", "-", "--path", "piped.bin");

            assertThat(ended.status()).as(ended.toString()).isZero();
        }
    }

    @Test
    void a_stream_says_that_it_cannot_be_read_twice() throws IOException {
        var file = TestFiles.make(folder.resolve("stream.bin"), SIZE);
        storage.play(Rule.of(Fault.DROPPED_UPLOAD).on(Operation.UPLOAD_PART));

        try (var in = Files.newInputStream(file)) {
            var ended = shell.run(in, "upload", "-", "--path", "stream.bin");

            assertThat(ended.status()).isEqualTo(ExitStatus.FAILED);
            assertThat(ended.err()).contains("cannot be read twice").doesNotContain(ANEW);
        }
    }
}
