package dev.penstock.bench;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// The same number of files of one size by direct upload and by presigned URL, in turns, over some
/// connections. Started by `bench/small-files`.
public final class SmallFiles {
    private static final int CONNECTIONS = 4;
    private static final int TURNS = 4;
    private static final int WARM_UPS = 200;

    private final IntakeCalls calls;
    private final byte[] file;

    private SmallFiles(IntakeCalls calls, int size) {
        this.calls = calls;
        this.file = new byte[size];
    }

    /// @param args the intake's URL, a token, how many files, and sizes in bytes
    public static void main(String[] args) throws Exception {
        var calls = new IntakeCalls(args[0], args[1]);
        int files = Integer.parseInt(args[2]);
        for (int i = 3; i < args.length; i++) {
            new SmallFiles(calls, Integer.parseInt(args[i])).compare(files);
        }
    }

    private interface Way {
        void send(String path) throws IOException, InterruptedException;
    }

    private void compare(int files) throws Exception {
        seconds("warm/d", this::direct, WARM_UPS);
        seconds("warm/p", this::presigned, WARM_UPS);
        double direct = 0;
        double presigned = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            direct += seconds("d" + turn, this::direct, files / TURNS);
            presigned += seconds("p" + turn, this::presigned, files / TURNS);
        }
        System.out.printf(
                "%,d files of %,d bytes: presigned / direct %.2f (%.1f s / %.1f s)%n",
                files, file.length, presigned / direct, presigned, direct);
    }

    private double seconds(String name, Way way, int files) throws Exception {
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<Boolean>> sent =
                    IntStream.range(0, files)
                            .mapToObj(i -> threads.submit(() -> send(way, name + "-" + i)))
                            .toList();
            for (Future<Boolean> one : sent) {
                one.get();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private boolean send(Way way, String name) throws IOException, InterruptedException {
        way.send("%s-%d".formatted(name.replace('/', '-'), file.length));
        return true;
    }

    private void direct(String path) throws IOException, InterruptedException {
        calls.direct(path, file.length, BodyPublishers.ofByteArray(file));
    }

    private void presigned(String path) throws IOException, InterruptedException {
        var upload = calls.beginSingle(path, file.length);
        calls.put(upload.url(), BodyPublishers.ofByteArray(file));
        calls.completeSingle(upload.upload());
    }
}
