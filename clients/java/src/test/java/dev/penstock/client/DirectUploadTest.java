package dev.penstock.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.client.fake.FakeForm;
import dev.penstock.client.fake.Fault;
import dev.penstock.client.fake.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Files that go to the service itself, and when.
@Timeout(60)
class DirectUploadTest {
    private static final String POST = "POST /api/intake/acme/large-files";

    @TempDir Path folder;
    Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(folder);
        bench.settings = bench.settings.withDirect(DirectUse.AUTO);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void small_file_goes_in_one_call() throws IOException {
        var file = MadeFile.of(folder, "small.bin", 700_001, 1);

        var sent = bench.send(file);

        assertThat(bench.service.calls()).containsExactly(POST);
        assertThat(form().file()).isEqualTo(Files.readString(file, ISO_8859_1));
        assertThat(form().fields()).isEqualTo(Map.of("path", "small.bin"));
        assertThat(sent.size()).isEqualTo(700_001);
        assertThat(sent.checksum().orElseThrow().value())
                .isEqualTo(MadeFile.checksum(file, ChecksumAlgorithm.CRC64NVME));
        assertThat(sent.traffic()).isEqualTo(new Traffic(1, 700_001, 0, 0));
        assertThat(bench.journal.list()).isEmpty();
    }

    @Test
    void file_of_no_bytes_is_sent() throws IOException {
        bench.settings = bench.settings.withDirectLimit(0);
        var sent = bench.send(Files.createFile(folder.resolve("empty.txt")));

        assertThat(bench.service.calls()).containsExactly(POST);
        assertThat(form().file()).isEmpty();
        assertThat(sent.size()).isZero();
    }

    @Test
    void every_field_of_the_document_is_a_field_of_the_form() {
        var file = MadeFile.of(folder, "m.bin", 100, 6);

        bench.uploader().send(new FileToSend(file, "a b/ü\"+.bin", "text/plain", allFields()));

        assertThat(form().fields())
                .containsEntry("path", "a b/ü\"+.bin")
                .containsEntry("metadata", "{\"project\":\"Ü 1\"}")
                .containsEntry("extraFields", "{\"source\":\"scanner\"}")
                .containsEntry("externalData", "{\"order\":{\"id\":7}}")
                .containsEntry("labels", "URGENT,new")
                .containsEntry("statusId", "s-1")
                .containsEntry("knowledgeFeatures", "[{\"id\":\"f-1\"},{\"id\":\"f-2\"}]")
                .containsEntry("documentVersion", "v7")
                .containsEntry("filename", "scan \"1\".pdf")
                .hasSize(9);
        assertThat(form().fileHeader())
                .contains("name=\"file\"; filename=\"ü_+.bin\"")
                .contains("Content-Type: text/plain");
    }

    @Test
    void every_field_is_remembered_to_go_on_with_a_larger_file() {
        bench.settings = bench.settings.withDirectLimit(0);
        var file = MadeFile.of(folder, "m.bin", 100, 6);
        try (var impatient = new Bench(folder, Duration.ofMillis(100))) {
            impatient.settings = bench.settings;
            impatient.service.faults(
                    FaultPlan.always(Fault.DROP_AT_ONCE, "/presigned-upload-complete"));
            var toSend = new FileToSend(file, "m.bin", "text/plain", allFields());

            assertThatThrownBy(() -> impatient.uploader().send(toSend))
                    .isInstanceOf(NoAnswerException.class);
            assertThat(impatient.journal.list())
                    .singleElement()
                    .extracting(JournalEntry::fields)
                    .isEqualTo(allFields());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DROP_AT_ONCE", "DROP_THE_ANSWER", "SLOW_DOWN", "INTERNAL"})
    void what_is_in_doubt_is_sent_whole_again_with_the_same_key(Fault fault) throws IOException {
        bench.service.faults(FaultPlan.first(fault, fault));
        var file = MadeFile.of(folder, "small.bin", 300_000, 1);

        var sent = bench.send(file);

        assertThat(bench.service.calls()).containsExactly(POST, POST, POST);
        assertThat(bench.service.forms())
                .allSatisfy(form ->
                        assertThat(form.file()).isEqualTo(Files.readString(file, ISO_8859_1)))
                .extracting(FakeForm::key)
                .containsOnly(form().key())
                .doesNotContain(Optional.empty());
        assertThat(sent.size()).isEqualTo(300_000);
        assertThat(bench.events(UploadEvent.Waiting.class)).hasSize(2);
        assertThat(progress()).isEqualTo(300_000);
    }

    @Test
    void two_files_have_two_keys() {
        bench.send(MadeFile.of(folder, "a.bin", 10, 1));
        bench.send(MadeFile.of(folder, "b.bin", 10, 2));

        assertThat(bench.service.forms()).extracting(FakeForm::key).doesNotHaveDuplicates();
    }

    @Test
    void larger_file_goes_straight_to_the_storage() {
        bench.settings = bench.settings.withDirectLimit(1000);
        bench.send(MadeFile.of(folder, "larger.bin", 1001, 1));

        assertThat(bench.service.calls()).doesNotContain(POST);
        assertThat(bench.service.forms()).isEmpty();
    }

    @Test
    void larger_file_goes_directly_where_large_uploads_are_off_and_it_fits() {
        bench.service.largeUploadsOff();
        bench.service.mostDirectBytes(3_000_000);
        bench.send(MadeFile.of(folder, "larger.bin", 2_999_000, 1));
        assertThat(bench.service.forms()).hasSize(1);
        assertThat(progress()).isEqualTo(2_999_000);

        assertThatThrownBy(() -> bench.send(MadeFile.of(folder, "large.bin", 3_000_000, 1)))
                .isInstanceOfSatisfying(
                        ServiceRefusedException.class,
                        e -> assertThat(e.code()).isEqualTo("large-uploads-disabled"));
        assertThat(bench.service.forms()).hasSize(1);
    }

    @Test
    void service_without_direct_uploads_gets_what_it_can_take() throws IOException {
        bench.service.noDirectUploads();
        assertThat(bench.send(MadeFile.of(folder, "small.bin", 100, 1)).size()).isEqualTo(100);
        assertThat(bench.service.upload().state()).isEqualTo("completed");
        assertThat(progress()).isEqualTo(100);

        var empty = Files.createFile(folder.resolve("empty.txt"));
        assertThatThrownBy(() -> bench.send(empty)).isInstanceOf(ServiceRefusedException.class);
    }

    @Test
    void where_nothing_is_taken_the_way_out_is_told() {
        bench.service.noDirectUploads();
        bench.service.largeUploadsOff();

        assertThatThrownBy(() -> bench.send(MadeFile.of(folder, "small.bin", 100, 1)))
                .isInstanceOfSatisfying(
                        ServiceRefusedException.class,
                        e -> assertThat(e.code()).isEqualTo("large-uploads-disabled"));
    }

    @Test
    void always_is_kept_to_as_far_as_the_service_takes_it() {
        bench.settings = bench.settings.withDirect(DirectUse.ALWAYS);
        bench.service.mostDirectBytes(5_000_000);
        bench.send(MadeFile.of(folder, "larger.bin", 4_000_000, 1));
        assertThat(bench.service.forms()).hasSize(1);

        assertThatThrownBy(() -> bench.send(MadeFile.of(folder, "large.bin", 5_000_000, 1)))
                .isInstanceOf(UnsendableFileException.class);
        bench.service.noDirectUploads();
        assertThatThrownBy(() -> bench.send(MadeFile.of(folder, "small.bin", 10, 1)))
                .isInstanceOf(ServiceRefusedException.class);
        assertThat(bench.service.uploads()).isEmpty();
    }

    @Test
    void never_is_kept_to() throws IOException {
        bench.settings = bench.settings.withDirect(DirectUse.NEVER);
        bench.send(MadeFile.of(folder, "small.bin", 100, 1));
        var empty = Files.createFile(folder.resolve("empty.txt"));

        assertThatThrownBy(() -> bench.send(empty))
                .isInstanceOf(UnsendableFileException.class)
                .hasMessageContaining("is empty");
        assertThat(bench.service.forms()).isEmpty();
    }

    @Test
    void refusal_is_told_by_its_code() {
        try (var client =
                PenstockClient.open(
                        ConnectionSettings.of(
                                bench.service.address(),
                                Optional.of(new Credential("kit_other"))))) {
            var uploader =
                    new Uploader(
                            client,
                            Bench.INTAKE,
                            bench.settings,
                            bench.journal,
                            ProgressListener.silent());
            var file = FileToSend.of(MadeFile.of(folder, "small.bin", 1_000_000, 1));

            assertThatThrownBy(() -> uploader.send(file))
                    .isInstanceOfSatisfying(
                            ServiceRefusedException.class,
                            e -> assertThat(e.code()).isEqualTo("unauthenticated"));
        }
    }

    @Test
    void progress_is_told() {
        bench.send(MadeFile.of(folder, "small.bin", 700_000, 1));

        assertThat(bench.events.getFirst()).isEqualTo(new UploadEvent.SendingDirectly(700_000));
        assertThat(progress()).isEqualTo(700_000);
    }

    private static DocumentFields allFields() {
        return new DocumentFields(
                Map.of("project", "Ü 1"),
                Map.of("source", "scanner"),
                Map.of("order", Map.of("id", 7)),
                List.of("URGENT", "new"),
                Optional.of("s-1"),
                List.of("f-1", "f-2"),
                Optional.of("v7"),
                Optional.of("scan \"1\".pdf"));
    }

    private FakeForm form() {
        return bench.service.forms().getFirst();
    }

    private long progress() {
        long sent =
                bench.events(UploadEvent.BytesSent.class).stream()
                        .mapToLong(UploadEvent.BytesSent::bytes)
                        .sum();
        long lost =
                bench.events(UploadEvent.BytesLost.class).stream()
                        .mapToLong(UploadEvent.BytesLost::bytes)
                        .sum();
        return sent - lost;
    }
}
