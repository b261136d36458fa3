package dev.penstock.embedded;

import static dev.penstock.embedded.TestStorage.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.checksum.StreamingChecksum;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How fast a large body goes in, compared with a loop that does no more than hash and write it.
@Tag("proof")
class ThroughputTest {
    private static final long SIZE = 1L << 30;
    private static final int PIECE = 1 << 20;

    @Test
    void a_gibibyte_goes_in_at_least_half_as_fast_as_it_is_hashed_and_written(@TempDir Path folder)
            throws Exception {
        byte[] piece = new byte[PIECE];
        new Random(5).nextBytes(piece);
        try (ChildStorage child = ChildStorage.start(folder.resolve("data"))) {
            put(child.endpoint(), piece, "warm", SIZE / 4);
            hashAndWrite(folder.resolve("warm"), piece, SIZE / 4);
            double plain = Double.MAX_VALUE;
            double storage = Double.MAX_VALUE;
            for (int round = 0; round < 3; round++) {
                plain = Math.min(plain, hashAndWrite(folder.resolve("plain" + round), piece, SIZE));
                long before = written(child);
                storage = Math.min(storage, put(child.endpoint(), piece, "k" + round, SIZE));
                System.out.printf(
                        "bytes written per byte sent: %.4f%n",
                        (double) (written(child) - before) / SIZE);
            }
            System.out.printf(
                    "hash and write: %.0f MiB/s, PUT: %.0f MiB/s, ratio %.2f%n",
                    SIZE / plain / PIECE, SIZE / storage / PIECE, plain / storage);
            assertThat(plain / storage).isGreaterThan(0.5);
        }
    }

    private static long written(ChildStorage child) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + child.pid() + "/io")).stream()
                .filter(line -> line.startsWith("write_bytes:"))
                .mapToLong(line -> Long.parseLong(line.substring("write_bytes: ".length())))
                .sum();
    }

    private static double put(URI endpoint, byte[] piece, String key, long size) throws Exception {
        URI url = Presigned.put(endpoint, BUCKET, key);
        long start = System.nanoTime();
        try (RawHttp http = new RawHttp(endpoint)) {
            http.head("PUT", url, "Content-Length: " + size);
            for (long sent = 0; sent < size; sent += piece.length) {
                http.send(piece);
            }
            assertThat(http.answer().status()).isEqualTo(200);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double hashAndWrite(Path file, byte[] piece, long size) throws IOException {
        StreamingChecksum md5 = ChecksumAlgorithm.MD5.newChecksum();
        StreamingChecksum crc = ChecksumAlgorithm.CRC64NVME.newChecksum();
        long start = System.nanoTime();
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (long written = 0; written < size; written += piece.length) {
                md5.update(piece, 0, piece.length);
                crc.update(piece, 0, piece.length);
                ByteBuffer bytes = ByteBuffer.wrap(piece);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(false);
        }
        Files.delete(file);
        return (System.nanoTime() - start) / 1e9;
    }
}
