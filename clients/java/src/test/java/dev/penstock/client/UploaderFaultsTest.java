package dev.penstock.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.client.fake.Fault;
import dev.penstock.client.fake.FaultPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploaderFaultsTest {
    private static final long MIB = 1L << 20;
    @TempDir Path folder;

    private static void assertArrived(Bench bench, Path file, SentFile sent) {
        assertThat(sent.checksum().orElseThrow().value())
                .isEqualTo(MadeFile.checksum(file, ChecksumAlgorithm.CRC64NVME));
        assertThat(bench.service.upload().state()).isEqualTo("completed");
        assertThat(bench.service.upload().receivedBytes()).isEqualTo(sent.size());
        assertThat(bench.journal.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void file_arrives_through_a_storage_and_a_service_that_fail_at_random(long seed) {
        try (var bench = new Bench(folder)) {
            bench.service.partSize(MIB);
            var file = MadeFile.of(folder, "f.bin", 40 * MIB + 12_345, seed);
            bench.service
                    .storage()
                    .faults(
                            FaultPlan.seeded(
                                    seed,
                                    0.35,
                                    List.of(
                                            Fault.DROP_AT_ONCE,
                                            Fault.DROP_MIDWAY,
                                            Fault.DROP_THE_ANSWER,
                                            Fault.EXPIRED,
                                            Fault.INTERNAL,
                                            Fault.CORRUPTED,
                                            Fault.FORGOTTEN,
                                            Fault.WRONG_ETAG)));
            bench.service.faults(
                    FaultPlan.seeded(
                            seed + 100,
                            0.3,
                            List.of(
                                    Fault.DROP_AT_ONCE,
                                    Fault.DROP_THE_ANSWER,
                                    Fault.SLOW_DOWN,
                                    Fault.INTERNAL)));
            var uploader = bench.uploader();
            var sent = sendThroughFaults(bench, uploader, file);

            assertThat(sent.checksum().orElseThrow().value())
                    .as("seed %d", seed)
                    .isEqualTo(MadeFile.checksum(file, ChecksumAlgorithm.CRC64NVME));
            assertThat(bench.service.uploads().stream().filter(u -> u.state().equals("completed")))
                    .as("seed %d", seed)
                    .hasSize(1);
        }
    }

    /// With luck this bad a part may use up its tries; the upload then is resumed, as a person
    /// would.
    private static SentFile sendThroughFaults(Bench bench, Uploader uploader, Path file) {
        try {
            return uploader.send(FileToSend.of(file));
        } catch (StorageRefusedException | ServiceRefusedException e) {
            return uploader.resume(bench.journal.list().getFirst());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "DROP_AT_ONCE",
                "DROP_MIDWAY",
                "DROP_THE_ANSWER",
                "EXPIRED",
                "SLOW_DOWN",
                "INTERNAL",
                "CORRUPTED",
                "WRONG_ETAG",
                "FORGOTTEN"
            })
    void each_single_fault_of_the_storage_is_survived(Fault fault) {
        try (var bench = new Bench(folder)) {
            bench.service.partSize(2 * MIB);
            var file = MadeFile.of(folder, "f.bin", 9 * MIB, 1);
            bench.service.storage().faults(FaultPlan.first(Fault.NONE, fault, fault));

            assertArrived(bench, file, bench.send(file));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DROP_AT_ONCE", "DROP_MIDWAY", "DROP_THE_ANSWER", "EXPIRED", "INTERNAL"})
    void small_file_survives_as_well(Fault fault) {
        try (var bench = new Bench(folder)) {
            var file = MadeFile.of(folder, "f.bin", MIB, 1);
            bench.service.storage().faults(FaultPlan.first(fault, fault));

            assertArrived(bench, file, bench.send(file));
        }
    }

    @Test
    void expired_url_is_replaced_at_once_and_by_one_call() {
        try (var bench = new Bench(folder)) {
            var file = MadeFile.of(folder, "f.bin", 20 * MIB, 1);
            bench.service.storage().faults(FaultPlan.first(Fault.EXPIRED));

            bench.send(file);

            assertThat(bench.service.calls("part-urls")).isEqualTo(2);
            assertThat(bench.events(UploadEvent.Waiting.class)).isEmpty();
        }
    }

    @Test
    void retry_after_of_the_storage_is_waited_for() {
        try (var bench = new Bench(folder)) {
            var file = MadeFile.of(folder, "f.bin", 2 * MIB, 1);
            bench.service.storage().faults(FaultPlan.first(Fault.SLOW_DOWN));

            bench.send(file);

            assertThat(bench.events(UploadEvent.Waiting.class))
                    .containsExactly(
                            new UploadEvent.Waiting(
                                    "the storage: 503 SlowDown", Duration.ofSeconds(1)));
        }
    }

    @Test
    void storage_that_refuses_every_url_is_given_up() {
        try (var bench = new Bench(folder)) {
            var file = MadeFile.of(folder, "f.bin", 20 * MIB, 1);
            bench.service.storage().faults(FaultPlan.always(Fault.EXPIRED, "partNumber=2"));

            assertThatThrownBy(() -> bench.send(file))
                    .isInstanceOf(StorageRefusedException.class)
                    .hasMessage("The storage refused part 2: 403 AccessDenied.");
            assertThat(bench.journal.list()).hasSize(1);
        }
    }

    @Test
    void silent_storage_is_given_up_when_patience_ends() {
        try (var bench = new Bench(folder, Duration.ofMillis(300))) {
            var file = MadeFile.of(folder, "f.bin", 20 * MIB, 1);
            bench.service.storage().faults(FaultPlan.always(Fault.DROP_AT_ONCE, "partNumber=1&"));

            assertThatThrownBy(() -> bench.send(file))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessageContaining("The storage does not answer");
        }
    }

    @Test
    void upload_that_the_storage_dropped_is_begun_anew() {
        try (var bench = new Bench(folder)) {
            var file = MadeFile.of(folder, "f.bin", 20 * MIB, 1);
            bench.service
                    .storage()
                    .faults(target -> {
                        if (bench.service.uploads().size() > 1) {
                            return Fault.NONE;
                        }
                        bench.service.upload().state("failed", Optional.of("upload-lost"));
                        return Fault.NO_SUCH_UPLOAD;
                    });

            var sent = bench.send(file);

            var anew = bench.events(UploadEvent.StartingAnew.class);
            assertThat(anew).hasSize(1);
            assertThat(anew.getFirst().lost()).isNotEqualTo(sent.uploadId().orElseThrow());
            assertThat(bench.service.uploads()).hasSize(2);
            assertThat(bench.journal.list()).isEmpty();
        }
    }

    @Test
    void journal_keeps_a_lost_upload_until_another_is_in_its_place() {
        try (var bench = new Bench(folder, Duration.ofMillis(100))) {
            var file = MadeFile.of(folder, "f.bin", 20 * MIB, 1);
            bench.service
                    .storage()
                    .faults(target -> {
                        bench.service.upload().state("failed", Optional.of("upload-lost"));
                        bench.service.faults(
                                FaultPlan.always(Fault.INTERNAL, "multipart-upload-request"));
                        return Fault.NO_SUCH_UPLOAD;
                    });
            assertThatThrownBy(() -> bench.send(file)).isInstanceOf(ServiceRefusedException.class);
            bench.service.faults(FaultPlan.none());
            bench.service.storage().faults(FaultPlan.none());
            var lost = bench.journal.list().getFirst();

            var sent = bench.uploader().resume(lost);

            assertThat(lost.uploadId()).isNotEqualTo(sent.uploadId().orElseThrow());
            assertThat(sent.family().path()).isEqualTo("f.bin");
            assertThat(bench.journal.list()).isEmpty();
        }
    }

    @Test
    void upload_that_the_storage_drops_again_and_again_is_given_up() {
        try (var bench = new Bench(folder)) {
            var file = MadeFile.of(folder, "f.bin", 20 * MIB, 1);
            bench.service
                    .storage()
                    .faults(target -> {
                        bench.service
                                .uploads()
                                .forEach(u -> u.state("failed", Optional.of("upload-lost")));
                        return Fault.NO_SUCH_UPLOAD;
                    });

            assertThatThrownBy(() -> bench.send(file))
                    .isInstanceOfSatisfying(
                            UploadGoneException.class,
                            e -> assertThat(e.advice()).contains("Send the file again"))
                    .hasMessageContaining("failed (upload-lost)");
            assertThat(bench.service.uploads()).hasSize(4);
            assertThat(bench.journal.list()).isEmpty();
        }
    }

    @Test
    void upload_that_only_the_storage_denies_is_given_up_too() {
        try (var bench = new Bench(folder)) {
            var file = MadeFile.of(folder, "f.bin", 20 * MIB, 1);
            bench.service.storage().faults(FaultPlan.always(Fault.NO_SUCH_UPLOAD, "/"));

            assertThatThrownBy(() -> bench.send(file))
                    .isInstanceOf(UploadGoneException.class)
                    .hasMessageContaining("NoSuchUpload");
            assertThat(bench.service.uploads())
                    .hasSize(4)
                    .filteredOn(upload -> upload.state().equals("aborted"))
                    .hasSize(3);
        }
    }

    @Test
    void aborted_upload_stops_its_sender() {
        try (var bench = new Bench(folder)) {
            bench.service.partSize(MIB);
            var file = MadeFile.of(folder, "f.bin", 40 * MIB, 1);
            bench.service
                    .storage()
                    .faults(target -> {
                        if (target.contains("partNumber=9&")) {
                            bench.service.upload().state("aborted", Optional.empty());
                        }
                        return Fault.NONE;
                    });

            assertThatThrownBy(() -> bench.send(file)).isInstanceOf(UploadGoneException.class);
        }
    }
}
