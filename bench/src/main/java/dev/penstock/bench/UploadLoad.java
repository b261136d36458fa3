package dev.penstock.bench;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// Uploads small files one after the other over some connections: request, URLs, PUT, completion.
/// Prints, minute by minute, calls of the service a second, how long they took, errors, and the
/// service's memory. Started by `bench/load`.
public final class UploadLoad {
    private static final int CONNECTIONS = 8;
    private static final byte[] FILE = new byte[1024];
    private static final Duration STEP = Duration.ofMinutes(1);

    private final IntakeCalls calls;
    private final Path status;
    private final AtomicLong uploads = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    private UploadLoad(IntakeCalls calls, Path status) {
        this.calls = calls;
        this.status = status;
    }

    /// @param args the intake's URL, a token, the process id of the service, and minutes
    public static void main(String[] args) throws Exception {
        var load =
                new UploadLoad(
                        new IntakeCalls(args[0], args[1]), Path.of("/proc", args[2], "status"));
        load.run(Integer.parseInt(args[3]));
    }

    private void run(int minutes) throws Exception {
        System.out.println("minute  calls/s  p50 ms  p99 ms  max ms  errors  service RSS MiB");
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                threads.execute(this::uploadUntilEnd);
            }
            for (int minute = 1; minute <= minutes; minute++) {
                Thread.sleep(STEP);
                System.out.println(line(minute));
            }
            ended = true;
        }
        System.out.printf("%d uploads, %d errors%n", uploads.get(), errors.get());
        if (errors.get() > 0) {
            System.exit(1);
        }
    }

    private void uploadUntilEnd() {
        while (!ended) {
            try {
                upload();
            } catch (IOException e) {
                errors.incrementAndGet();
                System.err.println(e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void upload() throws IOException, InterruptedException {
        String path = "load/" + uploads.incrementAndGet() + "-" + System.nanoTime();
        var upload = timed(() -> calls.begin(path, FILE.length));
        var url = timed(() -> calls.urls(upload, "[1]")).getFirst();
        calls.put(url, BodyPublishers.ofByteArray(FILE));
        timed(() -> {
            calls.complete(upload);
            return upload;
        });
    }

    private interface Call<T> {
        T make() throws IOException, InterruptedException;
    }

    private <T> T timed(Call<T> call) throws IOException, InterruptedException {
        long start = System.nanoTime();
        T answer = call.make();
        nanos.add(System.nanoTime() - start);
        return answer;
    }

    private String line(int minute) throws IOException {
        long[] taken = new long[nanos.size()];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = nanos.remove();
        }
        Arrays.sort(taken);
        return "%6d  %7.0f  %6.1f  %6.1f  %6.0f  %6d  %15d"
                .formatted(
                        minute,
                        taken.length / (double) STEP.toSeconds(),
                        at(taken, 0.5),
                        at(taken, 0.99),
                        at(taken, 1),
                        errors.get(),
                        memory());
    }

    private static double at(long[] sorted, double share) {
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted.length == 0 ? 0 : sorted[Math.max(index, 0)] / 1e6;
    }

    private long memory() throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
