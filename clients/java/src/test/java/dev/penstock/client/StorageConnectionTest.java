package dev.penstock.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.client.fake.Fault;
import dev.penstock.client.fake.FaultPlan;
import dev.penstock.contract.PartUrl;
import dev.penstock.contract.PartUrlRequest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageConnectionTest {
    private static final long MIB = 1L << 20;
    private static final long LARGEST_PART = 5L << 30;
    private static final Duration IMPATIENT = Duration.ofMillis(700);
    @TempDir Path folder;

    private static StorageConnection impatient() {
        return new StorageConnection(
                new StorageTimeouts(Duration.ofSeconds(5), IMPATIENT, IMPATIENT));
    }

    private static PartUrl url(Bench bench, long size) {
        var upload = bench.service.begin(OptionalLong.of(size), Optional.empty());
        return bench.client
                .intake(Bench.INTAKE)
                .partUrls(
                        new UploadHandle(upload.id(), upload.key()),
                        List.of(PartUrlRequest.ofNumber(1)))
                .parts()
                .getFirst();
    }

    private Path sparse(long size) throws IOException {
        var path = folder.resolve("sparse.bin");
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(size);
        }
        return path;
    }

    @Test
    void silence_is_noticed_and_counted_as_a_broken_connection() throws IOException {
        try (var bench = new Bench(folder);
                var connection = impatient();
                var file = SourceFile.open(sparse(64 * MIB))) {
            bench.service.storage().faults(FaultPlan.first(Fault.STALL));
            var range = file.range(new PartLayout.Slice(1, 0, 64 * MIB));

            var outcome =
                    connection.put(url(bench, 64 * MIB), range, new Transfer(64 * MIB, _ -> {}));

            assertThat(outcome).isEqualTo(new PutOutcome.NoAnswer("no byte moved for too long"));
        }
    }

    /// What the network has not taken stays in the file, however large the part.
    @Test
    void part_of_5_gib_is_read_only_as_the_network_takes_it() throws IOException {
        try (var bench = new Bench(folder);
                var connection = impatient();
                var file = SourceFile.open(sparse(LARGEST_PART))) {
            bench.service.storage().faults(FaultPlan.first(Fault.STALL));
            var read = new AtomicLong();
            var most = new AtomicLong();
            var range = file.range(new PartLayout.Slice(1, 0, LARGEST_PART));
            var transfer =
                    new Transfer(
                            LARGEST_PART,
                            bytes -> most.accumulateAndGet(read.addAndGet(bytes), Math::max));

            connection.put(url(bench, LARGEST_PART), range, transfer);

            // two sockets' buffers, and what the client holds between file and socket
            assertThat(most.get()).isBetween(1L, 32 * MIB);
        }
    }

    @Test
    void redirect_is_not_followed() throws IOException {
        try (var bench = new Bench(folder);
                var connection = impatient();
                var file = SourceFile.open(sparse(10))) {
            bench.service.storage().faults(FaultPlan.first(Fault.REDIRECT));
            var range = file.range(new PartLayout.Slice(1, 0, 10));

            var outcome = connection.put(url(bench, 10), range, new Transfer(10, _ -> {}));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            PutOutcome.Refused.class,
                            refused -> assertThat(refused.status()).isEqualTo(307));
            assertThat(bench.service.storage().headersSeen()).hasSize(1);
        }
    }
}
