package dev.penstock.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.client.fake.FakePart;
import dev.penstock.client.fake.Fault;
import dev.penstock.client.fake.FaultPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploaderResumeTest {
    private static final long MIB = 1L << 20;
    private static final long SIZE = 30 * MIB + 77;
    @TempDir Path folder;
    Bench bench;
    Path file;

    @BeforeEach
    void start() {
        bench = new Bench(folder);
        bench.service.partSize(MIB);
        file = MadeFile.of(folder, "f.bin", SIZE, 21);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private void cutOffAtPart(int number) {
        bench.service
                .storage()
                .faults(FaultPlan.always(Fault.EXPIRED, "partNumber=" + number + "&"));
        assertThatThrownBy(() -> bench.uploader().send(withMetadata()))
                .isInstanceOf(StorageRefusedException.class);
        bench.service.storage().faults(FaultPlan.none());
    }

    private FileToSend withMetadata() {
        return new FileToSend(
                file, "f.bin", "a/b", DocumentFields.ofMetadata(Map.of("project", "apollo")));
    }

    private String crc() {
        return MadeFile.checksum(file, ChecksumAlgorithm.CRC64NVME);
    }

    @Test
    void only_the_missing_parts_are_sent() {
        cutOffAtPart(20);
        int there = bench.service.upload().parts().size();
        long before = bench.service.storage().bytesRead();

        var sent = bench.uploader().resume(bench.journal.list().getFirst());

        assertThat(there).isPositive();
        assertThat(sent.traffic().partsKept()).isEqualTo(there);
        assertThat(sent.traffic().partsSent()).isEqualTo(31 - there);
        assertThat(bench.service.storage().bytesRead() - before)
                .isEqualTo(sent.traffic().bytesSent());
        assertThat(sent.checksum().orElseThrow().value()).isEqualTo(crc());
        assertThat(bench.service.upload().metadata()).containsEntry("project", "apollo");
        assertThat(bench.journal.list()).isEmpty();
    }

    @Test
    void stored_part_with_other_bytes_is_sent_again() {
        cutOffAtPart(20);
        var parts = bench.service.upload().parts();
        int there = parts.size();
        parts.put(3, parts.get(4));

        var sent = bench.uploader().resume(bench.journal.list().getFirst());

        assertThat(sent.traffic().partsKept()).isEqualTo(there - 1);
        assertThat(sent.family().size()).isEqualTo(SIZE);
    }

    @Test
    void id_and_file_are_enough() {
        cutOffAtPart(20);
        var id = bench.service.upload().id();
        int there = bench.service.upload().parts().size();
        bench.journal.remove(id);

        var sent = bench.uploader().resume(id, file, DocumentFields.none());

        assertThat(sent.traffic().partsKept()).isEqualTo(there);
        assertThat(sent.checksum().orElseThrow().value()).isEqualTo(crc());
    }

    @Test
    void parts_without_checksums_are_compared_by_their_md5() {
        var upload = bench.service.begin(OptionalLong.of(SIZE), Optional.empty());
        upload.parts().put(1, partOf(0, MIB));
        upload.parts().put(2, partOf(0, MIB));
        upload.parts().put(3, partOf(2 * MIB, 5));

        var sent = bench.uploader().resume(upload.id(), file, DocumentFields.none());

        assertThat(sent.traffic().partsKept()).isEqualTo(1);
        assertThat(sent.traffic().partsSent()).isEqualTo(30);
        assertThat(upload.parts().get(2)).isEqualTo(partOf(MIB, MIB));
    }

    private FakePart partOf(long offset, long size) {
        try (var source = SourceFile.open(file)) {
            var range = source.range(new PartLayout.Slice(1, offset, size));
            return new FakePart(
                    size,
                    new RangeHasher()
                            .hash(
                                    range,
                                    Set.of(
                                            ChecksumAlgorithm.MD5,
                                            ChecksumAlgorithm.CRC32,
                                            ChecksumAlgorithm.CRC32C,
                                            ChecksumAlgorithm.CRC64NVME)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void completion_whose_answer_was_lost_is_repeated_without_sending() {
        bench.service.faults(target ->
                target.contains("multipart-upload-complete") ? Fault.DROP_THE_ANSWER : Fault.NONE);
        try (var impatient = new Bench(folder, Duration.ofMillis(1))) {
            impatient.service.partSize(MIB);
            impatient.service.faults(
                    FaultPlan.always(Fault.DROP_THE_ANSWER, "multipart-upload-complete"));
            assertThatThrownBy(() -> impatient.send(file)).isInstanceOf(NoAnswerException.class);
            impatient.service.faults(FaultPlan.none());
            long before = impatient.service.storage().bytesRead();

            var sent = impatient.uploader().resume(impatient.journal.list().getFirst());

            assertThat(sent.family().size()).isEqualTo(SIZE);
            assertThat(sent.traffic().partsSent()).isZero();
            assertThat(impatient.service.storage().bytesRead()).isEqualTo(before);
        }
    }

    @Test
    void file_that_was_written_to_since_is_refused() throws IOException {
        cutOffAtPart(20);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));

        assertThatThrownBy(() -> bench.uploader().resume(bench.journal.list().getFirst()))
                .isInstanceOf(FileChangedException.class)
                .hasMessageContaining("it was written to");
        assertThat(bench.journal.list()).hasSize(1);
    }

    @Test
    void another_file_is_refused() {
        cutOffAtPart(20);
        var other = MadeFile.of(folder, "other.bin", 17, 1);

        assertThatThrownBy(() ->
                        bench.uploader()
                                .resume(bench.service.upload().id(), other, DocumentFields.none()))
                .isInstanceOf(UnsendableFileException.class)
                .hasMessageContaining("has 17");
    }

    @Test
    void upload_that_is_over_is_forgotten() {
        cutOffAtPart(20);
        bench.service.upload().state("expired", Optional.empty());

        assertThatThrownBy(() -> bench.uploader().resume(bench.journal.list().getFirst()))
                .isInstanceOf(UploadGoneException.class)
                .hasMessageContaining("expired");
        assertThat(bench.journal.list()).isEmpty();
    }

    @Test
    void file_that_changes_while_it_is_sent_is_noticed() {
        bench.service
                .storage()
                .faults(target -> {
                    if (target.contains("partNumber=12&")) {
                        MadeFile.flip(file, 11 * MIB + 5);
                    }
                    return Fault.NONE;
                });

        assertThatThrownBy(() -> bench.send(file)).isInstanceOf(FileChangedException.class);
        assertThat(bench.service.upload().state()).isEqualTo("receiving");
    }

    @Test
    void file_that_is_cut_while_it_is_sent_is_noticed() {
        bench.service
                .storage()
                .faults(target -> {
                    if (target.contains("partNumber=6&")) {
                        truncate(MIB);
                    }
                    return Fault.NONE;
                });

        assertThatThrownBy(() -> bench.send(file)).isInstanceOf(FileChangedException.class);
        assertThat(bench.service.upload().state()).isEqualTo("receiving");
    }

    private void truncate(long size) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
