package dev.penstock.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/// A way to another port of loopback that lets only so many bytes a second through, so that there
/// is time to pull a plug.
final class SlowPipe implements AutoCloseable {
    private static final int BUFFER = 64 << 10;

    private final ServerSocket door;
    private final int target;
    private final long nanosPerBuffer;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    private SlowPipe(ServerSocket door, int target, long bytesPerSecond) {
        this.door = door;
        this.target = target;
        this.nanosPerBuffer = BUFFER * 1_000_000_000L / bytesPerSecond;
    }

    /// @param target the port behind it
    /// @param bytesPerSecond of all connections together, towards the target
    static SlowPipe to(int target, long bytesPerSecond) throws IOException {
        var door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        var pipe = new SlowPipe(door, target, bytesPerSecond);
        Thread.ofVirtual().start(pipe::accept);
        return pipe;
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
                var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            var answers = Thread.ofVirtual().start(() -> pour(server, client, 0));
            pour(client, server, nanosPerBuffer);
            answers.join();
        } catch (IOException e) {
            // the target is not there, and the client sees its connection closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pour(Socket from, Socket to, long nanos) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                pause(nanos * n / BUFFER);
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // either side hung up: closing both tells the other
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(long nanos) throws InterruptedException {
        if (nanos > 0) {
            long now = System.nanoTime();
            long turn = next.updateAndGet(before -> Math.max(before, now) + nanos);
            Thread.sleep(java.time.Duration.ofNanos(Math.max(0, turn - now)));
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
