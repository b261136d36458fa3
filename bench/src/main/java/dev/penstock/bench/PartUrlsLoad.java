package dev.penstock.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Asks a running service for 500 part URLs, again and again, and prints how many requests a second
/// it answered, beside how many the bare cryptography of 500 URLs would allow a core. Started by
/// `bench/part-urls`, which pins service and load to a core each.
public final class PartUrlsLoad {
    private static final int PARTS = 500;
    private static final int CONNECTIONS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;
    private final AtomicLong answers = new AtomicLong();

    private PartUrlsLoad(URI uri, String token) {
        String numbers =
                IntStream.rangeClosed(1, PARTS)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(",", "[", "]"));
        request =
                HttpRequest.newBuilder(uri)
                        .header("x-api-key", token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(numbers))
                        .build();
    }

    /// @param args the URI of `multipart-upload-part-urls` with its query, and an intake token
    public static void main(String[] args) throws InterruptedException {
        double served = new PartUrlsLoad(URI.create(args[0]), args[1]).measure();
        double bare = bareCryptography();
        System.out.printf(
                "%.0f requests/s for %d URLs each; bare cryptography on a core: %.0f/s; ratio %.2f%n",
                served, PARTS, bare, bare / served);
    }

    /// @return requests answered a second
    private double measure() throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                threads.execute(this::askUntilInterrupted);
            }
            Thread.sleep(WARM_UP);
            long before = answers.get();
            long start = System.nanoTime();
            Thread.sleep(MEASURED);
            double seconds = (System.nanoTime() - start) / 1e9;
            double rate = (answers.get() - before) / seconds;
            threads.shutdownNow();
            return rate;
        }
    }

    private void askUntilInterrupted() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("answered " + answer.statusCode());
                }
                answers.incrementAndGet();
            }
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double bareCryptography() {
        var benchmark = new PresignBenchmark();
        for (int i = 0; i < 200_000; i++) {
            benchmark.bareCryptography();
        }
        int rounds = 2_000_000;
        long start = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            benchmark.bareCryptography();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        benchmark.close();
        return rounds / seconds / PARTS;
    }
}
