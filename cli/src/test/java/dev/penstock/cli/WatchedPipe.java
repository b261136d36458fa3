package dev.penstock.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/// A way to other ports of loopback that tells which requests and answers pass. It asks its targets
/// in turn and goes on to the next where one does not answer; a client that finds none sees its
/// connection closed.
final class WatchedPipe implements AutoCloseable {
    private static final int BUFFER = 64 << 10;
    private static final Pattern REQUEST = Pattern.compile("([A-Z]{3,7}) (\\S+) HTTP/1\\.1\r\n");
    private static final String NOTHING = "";

    private final ServerSocket door;
    private final List<Integer> targets;
    private final Landmarks landmarks;
    private final long nanosPerBuffer;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    private WatchedPipe(
            ServerSocket door, List<Integer> targets, Landmarks landmarks, long nanosPerBuffer) {
        this.door = door;
        this.targets = targets;
        this.landmarks = landmarks;
        this.nanosPerBuffer = nanosPerBuffer;
    }

    /// @param targets the ports behind it
    /// @param bytesPerSecond of all connections together, towards the targets
    static WatchedPipe to(List<Integer> targets, Landmarks landmarks, long bytesPerSecond) {
        try {
            var door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
            var pipe =
                    new WatchedPipe(
                            door, targets, landmarks, BUFFER * 1_000_000_000L / bytesPerSecond);
            Thread.ofVirtual().start(pipe::accept);
            return pipe;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client;
                var server = connect()) {
            var asked = new AtomicReference<>(NOTHING);
            var answers = Thread.ofVirtual().start(() -> answers(server, client, asked));
            requests(client, server, asked);
            answers.join();
        } catch (IOException e) {
            // no target is there, and the client sees its connection closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket connect() throws IOException {
        int first = turn.getAndIncrement();
        IOException last = new IOException("no target");
        for (int i = 0; i < targets.size(); i++) {
            try {
                int port = targets.get(Math.floorMod(first + i, targets.size()));
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    /// A client of HTTP/1.1 sends the next request only after the last answer, so the head of one
    /// begins what is read.
    private void requests(Socket from, Socket to, AtomicReference<String> asked) {
        try (from;
                to) {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            var buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                pause(nanosPerBuffer * n / BUFFER);
                var text = new String(buffer, 0, Math.min(n, 4096), StandardCharsets.ISO_8859_1);
                boolean begins = REQUEST.matcher(text).lookingAt();
                if (begins) {
                    asked.set(text);
                }
                out.write(buffer, 0, n);
                if (begins) {
                    note(text, Landmark.Side.SENT);
                }
            }
        } catch (IOException e) {
            // either side hung up: closing both tells the other
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answers(Socket from, Socket to, AtomicReference<String> asked) {
        try (from;
                to) {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            var buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                note(asked.getAndSet(NOTHING), Landmark.Side.ANSWERED);
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // either side hung up: closing both tells the other
        }
    }

    private void note(String head, Landmark.Side side) {
        var request = REQUEST.matcher(head);
        if (request.lookingAt()) {
            Landmark.step(request.group(1), request.group(2))
                    .ifPresent(step -> landmarks.pass(new Landmark(step, side)));
        }
    }

    private void pause(long nanos) throws InterruptedException {
        long now = System.nanoTime();
        long turnAt = next.updateAndGet(before -> Math.max(before, now) + nanos);
        if (turnAt - now > 1_000_000) {
            Thread.sleep(Duration.ofNanos(turnAt - now));
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
