package dev.penstock.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Objects of very many parts.
@Timeout(120)
class ManyPartsTest {
    private static TestStorage storage;
    private static SignedHttp http;

    @BeforeAll
    static void start() {
        storage = TestStorage.start(TestStorage.TINY_PARTS);
        http = SignedHttp.of(storage.endpoint());
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @Test
    void three_hundred_parts_become_an_object_without_a_byte_copied() throws Exception {
        requireJoined(300);
    }

    @Test
    @Tag("proof")
    void ten_thousand_parts_become_an_object_without_a_byte_copied() throws Exception {
        requireJoined(10_000);
    }

    private static void requireJoined(int parts) throws Exception {
        HandUpload upload = HandUpload.begin(http, "many");
        byte[] whole = send(upload, parts);
        String list = list(parts);
        String rows = "SELECT part_number, hex(blob), size, content FROM segments ORDER BY 1";
        var before = CatalogRows.read(storage.directory(), rows);
        Map<Path, String> files = files();

        long start = System.nanoTime();
        assertThat(upload.completeWith(list).status()).isEqualTo(200);
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        System.out.println("completion of " + parts + " parts took " + took.toMillis() + " ms");
        assertThat(files()).isEqualTo(files);
        assertThat(CatalogRows.read(storage.directory(), rows)).isEqualTo(before).hasSize(parts);
        requireRanges(whole);
        http.send(Ask.of("DELETE", "many"));
        TestStorage.await(() -> CatalogRows.read(storage.directory(), rows).isEmpty());
        assertThat(storage.blobs()).isZero();
    }

    private static byte[] send(HandUpload upload, int parts) throws Exception {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        IntStream.rangeClosed(1, parts).forEach(number -> whole.writeBytes(part(number)));
        Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            var running =
                    IntStream.rangeClosed(1, parts)
                            .mapToObj(number ->
                                    threads.submit(() -> {
                                        Ask ask = upload.partAsk(number, part(number));
                                        return statuses.merge(
                                                http.send(ask).status(), 1, Integer::sum);
                                    }))
                            .toList();
            for (Future<Integer> future : running) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
        assertThat(statuses).isEqualTo(Map.of(200, parts));
        return whole.toByteArray();
    }

    private static String list(int parts) {
        StringBuilder list = new StringBuilder();
        IntStream.rangeClosed(1, parts)
                .forEach(n -> list.append(HandUpload.part(n, Samples.md5(part(n)), "")));
        return list.toString();
    }

    private static byte[] part(int number) {
        return Samples.bytes(number, 1 + number % 9);
    }

    private static void requireRanges(byte[] whole) throws IOException {
        assertThat(http.send(Ask.get("many")).body()).isEqualTo(whole);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            int from = random.nextInt(whole.length);
            int to = Math.min(whole.length, from + 1 + random.nextInt(2000));
            Ask ask = Ask.get("many").header("range", "bytes=" + from + "-" + (to - 1));
            assertThat(http.send(ask).body())
                    .as("seed %d, bytes %d to %d", seed, from, to)
                    .isEqualTo(Arrays.copyOfRange(whole, from, to));
        }
    }

    /// Every blob with its size and the time it was written.
    private static Map<Path, String> files() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(storage.directory().resolve("blobs"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file, Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return files;
    }
}
