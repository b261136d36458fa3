package dev.penstock.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.client.fake.Fault;
import dev.penstock.client.fake.FaultPlan;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploaderStreamTest {
    private static final int MIB = 1 << 20;
    @TempDir Path folder;
    Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(folder);
        bench.service.partSize(MIB);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private SentFile send(InputStream stream) {
        return bench.uploader()
                .sendStream(new StreamToSend(stream, "stream.bin", "a/b", DocumentFields.none()));
    }

    @Test
    void stream_of_unknown_length_goes_in_growing_parts() {
        bench.service.growth(2);
        var bytes = new byte[9_000_000];
        new Random(5).nextBytes(bytes);

        var sent = send(new ByteArrayInputStream(bytes));

        assertThat(bench.service.upload().parts().values().stream().map(p -> p.size() >> 20))
                .containsExactly(1L, 1L, 2L, 2L, 2L);
        assertThat(sent.size()).isEqualTo(bytes.length);
        var crc = ChecksumAlgorithm.CRC64NVME.newChecksum();
        crc.update(bytes, 0, bytes.length);
        assertThat(sent.checksum().orElseThrow().value())
                .isEqualTo(ChecksumAlgorithm.CRC64NVME.encode(crc.digest()));
    }

    @Test
    void spooled_is_one_part_per_connection_and_no_more() {
        bench.settings = bench.settings.withParallel(3);
        bench.service.storage().pausePerBuffer(Duration.ofMillis(2));
        var ahead = new AtomicLong();
        var stream =
                new ByteArrayInputStream(new byte[24 * MIB]) {
                    @Override
                    public synchronized int read(byte[] b, int off, int len) {
                        int n = super.read(b, off, len);
                        var uploads = bench.service.uploads();
                        long stored = uploads.isEmpty() ? 0 : uploads.getFirst().receivedBytes();
                        ahead.accumulateAndGet(pos - stored, Math::max);
                        return n;
                    }
                };

        send(stream);

        // the storage has a part a moment before the client knows
        assertThat(ahead.get()).isGreaterThan(2L * MIB).isLessThanOrEqualTo(3L * MIB);
    }

    @Test
    void part_of_a_stream_is_sent_again_from_its_file() {
        bench.service
                .storage()
                .faults(
                        FaultPlan.first(
                                Fault.DROP_MIDWAY,
                                Fault.EXPIRED,
                                Fault.INTERNAL,
                                Fault.DROP_THE_ANSWER));

        assertThat(send(new ByteArrayInputStream(new byte[5 * MIB])).size()).isEqualTo(5L * MIB);
        assertThat(bench.service.upload().state()).isEqualTo("completed");
    }

    @Test
    void stream_that_ends_with_a_part_has_no_empty_part() {
        send(new ByteArrayInputStream(new byte[2 * MIB]));

        assertThat(bench.service.upload().parts()).hasSize(2);
    }

    @Test
    void failed_stream_is_aborted() {
        var stream =
                new ByteArrayInputStream(new byte[4 * MIB]) {
                    @Override
                    public synchronized int read(byte[] b, int off, int len) {
                        if (available() < MIB) {
                            throw new IllegalStateException("broken");
                        }
                        return super.read(b, off, len);
                    }
                };

        assertThatThrownBy(() -> send(stream)).isInstanceOf(IllegalStateException.class);
        assertThat(bench.service.upload().state()).isEqualTo("aborted");
    }

    @Test
    void empty_stream_opens_nothing() {
        assertThatThrownBy(() -> send(new ByteArrayInputStream(new byte[0])))
                .isInstanceOf(UnsendableFileException.class)
                .hasMessageContaining("empty");
        assertThat(bench.service.calls()).isEmpty();
    }
}
