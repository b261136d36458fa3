package dev.penstock.bench;

import dev.penstock.kddb.Container;
import dev.penstock.kddb.ContainerSource;
import dev.penstock.kddb.ContainerWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How long a completion takes, beside the storage's own share of it as the service measures it, in
/// the same call, and beside what the document's container costs: the making of one like it, as
/// measured right after, and its PUT. Started by `bench/completion`.
public final class CompletionTime {
    private static final int PART = 5 * 1024 * 1024;
    private static final int BATCH = 500;
    private static final int CONNECTIONS = 4;
    private static final int CONTAINERS = 300;
    private static final Container CONTAINER =
            new Container(
                    new UUID(0, 1),
                    Map.of("customer", "ACME", "pages", 12),
                    List.of("INVOICE"),
                    Map.of("order", Map.of("number", 4711)),
                    List.of(),
                    new ContainerSource(
                            "scan.pdf",
                            "2026/scan.pdf",
                            "application/pdf",
                            Optional.of("crc64nvme:AAAAAAAAAAA="),
                            Instant.EPOCH,
                            "acme/inbox",
                            new UUID(0, 2),
                            new UUID(0, 3),
                            Optional.empty()));
    private static final int WARM_UPS = 20;
    private static final Pattern STORAGE =
            Pattern.compile(
                    "penstock_storage_calls_seconds_sum\\{operation=\"([a-z-]+)\",outcome=\"done\"[^}]*} (\\S+)");

    private final byte[] bytes = new byte[PART];
    private final IntakeCalls calls;
    private final String metrics;
    private int uploads;

    private CompletionTime(IntakeCalls calls, String metrics) {
        this.calls = calls;
        this.metrics = metrics;
    }

    /// @param args the intake's URL, a token, the URL of the metrics, and numbers of parts
    public static void main(String[] args) throws Exception {
        var measure = new CompletionTime(new IntakeCalls(args[0], args[1]), args[2]);
        for (int i = 0; i < WARM_UPS; i++) {
            measure.complete(1);
        }
        for (int i = 3; i < args.length; i++) {
            int parts = Integer.parseInt(args[i]);
            System.out.println(measure.complete(parts));
        }
    }

    private record Times(
            int parts, double all, double completing, double listing, double container) {
        @Override
        public String toString() {
            return "%,d parts: completion / storage's CompleteMultipartUpload %.2f (%.0f ms / %.0f ms; listing the parts %.0f ms); its container %.1f ms, %.1f %%"
                    .formatted(
                            parts,
                            all / completing,
                            all * 1000,
                            completing * 1000,
                            listing * 1000,
                            container * 1000,
                            100 * container / all);
        }
    }

    private Times complete(int parts) throws Exception {
        var upload = calls.begin("file-" + uploads++, (long) parts * PART);
        send(upload, parts);
        String before = calls.get(metrics);
        long start = System.nanoTime();
        calls.complete(upload);
        double all = (System.nanoTime() - start) / 1e9;
        String after = calls.get(metrics);
        return new Times(
                parts,
                all,
                seconds(after, "complete") - seconds(before, "complete"),
                seconds(after, "list-parts") - seconds(before, "list-parts"),
                seconds(after, "put") - seconds(before, "put") + containerSeconds());
    }

    /// How long a container takes to be made, here and now.
    private static double containerSeconds() {
        for (int i = 0; i < CONTAINERS; i++) {
            ContainerWriter.write(CONTAINER);
        }
        long start = System.nanoTime();
        for (int i = 0; i < CONTAINERS; i++) {
            ContainerWriter.write(CONTAINER);
        }
        return (System.nanoTime() - start) / 1e9 / CONTAINERS;
    }

    private void send(IntakeCalls.Begun upload, int parts) throws Exception {
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int first = 1; first <= parts; first += BATCH) {
                String numbers =
                        IntStream.range(first, Math.min(first + BATCH, parts + 1))
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(",", "[", "]"));
                List<Future<Boolean>> sent = new ArrayList<>();
                for (URI url : calls.urls(upload, numbers)) {
                    sent.add(threads.submit(() -> put(url)));
                }
                await(sent);
            }
        }
    }

    private static void await(List<Future<Boolean>> sent)
            throws ExecutionException, InterruptedException {
        for (Future<Boolean> one : sent) {
            one.get();
        }
    }

    private boolean put(URI url) throws IOException, InterruptedException {
        calls.put(url, BodyPublishers.ofByteArray(bytes));
        return true;
    }

    private static double seconds(String metrics, String operation) {
        Matcher lines = STORAGE.matcher(metrics);
        while (lines.find()) {
            if (lines.group(1).equals(operation)) {
                return Double.parseDouble(lines.group(2));
            }
        }
        return 0;
    }
}
