package dev.penstock.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Large direct uploads at once, and the most memory that the service had meanwhile. Started by
/// `bench/direct-memory`.
public final class DirectAtOnce {
    private static final byte[] PIECE = new byte[1 << 20];

    /// A form of 256 MiB has room for so many pieces and what is around them.
    private static final int PIECES = 255;

    private DirectAtOnce() {}

    /// @param args the intake's URL, a token, the process id of the service, and how many uploads
    public static void main(String[] args) throws Exception {
        var calls = new IntakeCalls(args[0], args[1]);
        var status = Path.of("/proc", args[2], "status");
        int uploads = Integer.parseInt(args[3]);
        long before = mebibytes(status, "VmRSS:");
        int failed = 0;
        try (var threads = Executors.newFixedThreadPool(uploads)) {
            List<Future<Boolean>> sent = new ArrayList<>();
            for (int i = 0; i < uploads; i++) {
                String path = "large-" + i;
                sent.add(threads.submit(() -> send(calls, path)));
            }
            for (Future<Boolean> one : sent) {
                failed += one.get() ? 0 : 1;
            }
        }
        System.out.printf(
                "%d direct uploads of %d MiB at once: %d failed; resident memory of the service %d MiB before, at most %d MiB%n",
                uploads, PIECES, failed, before, mebibytes(status, "VmHWM:"));
        System.exit(failed == 0 ? 0 : 1);
    }

    private static boolean send(IntakeCalls calls, String path) throws InterruptedException {
        try {
            calls.direct(
                    path,
                    (long) PIECES * PIECE.length,
                    BodyPublishers.ofInputStream(DirectAtOnce::bytes));
            return true;
        } catch (IOException e) {
            System.err.println(path + ": " + e.getMessage());
            return false;
        }
    }

    private static InputStream bytes() {
        List<InputStream> pieces = new ArrayList<>();
        for (int i = 0; i < PIECES; i++) {
            pieces.add(new ByteArrayInputStream(PIECE));
        }
        return new SequenceInputStream(Collections.enumeration(pieces));
    }

    private static long mebibytes(Path status, String name) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
