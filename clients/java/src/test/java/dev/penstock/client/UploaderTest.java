package dev.penstock.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.client.fake.FakePenstock;
import dev.penstock.client.fake.Fault;
import dev.penstock.client.fake.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploaderTest {
    @TempDir Path folder;
    Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(folder);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void small_file_goes_through_one_url_with_its_checksum() {
        var file = MadeFile.of(folder, "small.bin", 700_001, 1);

        var sent = bench.send(file);

        assertThat(sent.size()).isEqualTo(700_001);
        assertThat(sent.checksum().orElseThrow().value())
                .isEqualTo(MadeFile.checksum(file, ChecksumAlgorithm.CRC64NVME));
        assertThat(bench.service.calls("/presigned-upload-request")).isEqualTo(1);
        assertThat(bench.service.calls("/presigned-upload-complete")).isEqualTo(1);
        assertThat(bench.service.calls("/multipart")).isZero();
        assertThat(bench.journal.list()).isEmpty();
    }

    @Test
    void large_file_goes_in_parts_and_its_checksum_follows_from_theirs() {
        var file = MadeFile.of(folder, "large.bin", 50_000_000, 2);

        var sent = bench.send(file);

        assertThat(sent.traffic()).isEqualTo(new Traffic(6, 50_000_000, 0, 0));
        assertThat(sent.checksum().orElseThrow().value())
                .isEqualTo(MadeFile.checksum(file, ChecksumAlgorithm.CRC64NVME));
        assertThat(bench.service.storage().bytesRead()).isEqualTo(50_000_000);
        assertThat(bench.events(UploadEvent.PartStored.class)).hasSize(6);
        assertThat(
                        bench.events(UploadEvent.BytesSent.class).stream()
                                .mapToLong(UploadEvent.BytesSent::bytes)
                                .sum())
                .isEqualTo(50_000_000);
        assertThat(bench.journal.list()).isEmpty();
    }

    @Test
    void urls_are_asked_for_in_batches_of_sixteen() {
        bench.service.partSize(1 << 20);
        var file = MadeFile.of(folder, "many.bin", 52L << 20, 3);

        bench.send(file);

        // 4 to begin with, then 16, 16, 16
        assertThat(bench.service.calls("part-urls")).isEqualTo(4);
    }

    @Test
    void storage_that_only_enforces_md5_is_served_with_it() {
        bench.service.algorithms(ChecksumAlgorithm.MD5);
        var file = MadeFile.of(folder, "large.bin", 20_000_000, 4);

        var sent = bench.send(file);

        assertThat(sent.checksum()).isEmpty();
        assertThat(bench.service.upload().parts()).hasSize(3);
        assertThat(bench.service.storage().headersSeen())
                .allSatisfy(headers -> assertThat(headers).containsKey("Content-md5"));
    }

    @Test
    void storage_without_checksums_is_sent_none() {
        bench.service.algorithms();
        var file = MadeFile.of(folder, "large.bin", 20_000_000, 4);

        assertThat(bench.send(file).checksum()).isEmpty();
        assertThat(bench.send(MadeFile.of(folder, "s.bin", 10, 4)).size()).isEqualTo(10);
    }

    @Test
    void metadata_travels_with_the_completion() {
        var file = MadeFile.of(folder, "m.bin", 100, 6);
        var fields = DocumentFields.ofMetadata(Map.of("project", "Ü 1"));

        bench.uploader().send(new FileToSend(file, "a b/ü+.bin", "text/plain", fields));

        assertThat(bench.service.upload().metadata()).containsEntry("project", "Ü 1");
        assertThat(bench.service.calls().getFirst()).isEqualTo("GET /api/intake/acme/large-files");
        assertThat(bench.service.calls("path=a+b%2F%C3%BC%2B.bin")).isEqualTo(2);
    }

    @Test
    void token_never_goes_to_the_storage_host() {
        bench.send(MadeFile.of(folder, "small.bin", 1000, 7));
        bench.service
                .storage()
                .faults(
                        FaultPlan.first(
                                Fault.EXPIRED, Fault.INTERNAL, Fault.DROP_MIDWAY, Fault.CORRUPTED));
        bench.send(MadeFile.of(folder, "large.bin", 20_000_000, 7));

        assertThat(bench.service.storage().headersSeen())
                .hasSize(1 + 3 + 4)
                .allSatisfy(headers -> {
                    assertThat(headers.keySet())
                            .noneMatch("x-api-key"::equalsIgnoreCase)
                            .noneMatch("authorization"::equalsIgnoreCase)
                            .noneMatch("x-access-token"::equalsIgnoreCase)
                            .noneMatch("cookie"::equalsIgnoreCase);
                    assertThat(headers.toString()).doesNotContain(FakePenstock.TOKEN);
                });
    }

    @Test
    void files_that_cannot_be_sent_are_refused_before_anything_is_asked() throws IOException {
        var empty = Files.createFile(folder.resolve("empty"));
        for (var path : new Path[] {empty, folder, folder.resolve("missing")}) {
            assertThatThrownBy(() -> bench.send(path)).isInstanceOf(UnsendableFileException.class);
        }
        assertThat(bench.service.calls()).isEmpty();
    }

    @Test
    void wrong_token_is_told_with_code_and_advice() {
        try (var client =
                PenstockClient.open(
                        ConnectionSettings.of(
                                bench.service.address(),
                                Optional.of(new Credential("kit_other"))))) {
            assertThatThrownBy(() -> client.intake(Bench.INTAKE).info())
                    .isInstanceOfSatisfying(
                            ServiceRefusedException.class,
                            e -> {
                                assertThat(e.code()).isEqualTo("unauthenticated");
                                assertThat(e.status()).isEqualTo(401);
                                assertThat(e.advice()).contains("PENSTOCK_TOKEN");
                                assertThat(e.toString()).doesNotContain("kit_other");
                            });
        }
    }

    @Test
    void abort_forgets_the_upload() {
        var upload = bench.service.begin(OptionalLong.of(5), java.util.Optional.empty());

        bench.uploader().abort(new UploadHandle(upload.id(), upload.key()));

        assertThat(upload.state()).isEqualTo("aborted");
        Predicate<String> isAbort = call -> call.contains("/multipart-upload-abort");
        assertThat(bench.service.calls()).anyMatch(isAbort);
    }
}
