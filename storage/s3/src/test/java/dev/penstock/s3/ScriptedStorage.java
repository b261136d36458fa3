package dev.penstock.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.sigv4.Credentials;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A storage of any bad habit: answers each call as the test says, over a real socket.
final class ScriptedStorage implements AutoCloseable {
    static final Credentials KEYS = Credentials.of("ACCESSKEY7", "secret-key-of-the-test");

    private final ServerSocket socket;
    private final Function<ReceivedCall, Reply> script;
    private final List<ReceivedCall> calls = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private ScriptedStorage(ServerSocket socket, Function<ReceivedCall, Reply> script) {
        this.socket = socket;
        this.script = script;
    }

    static ScriptedStorage start(Function<ReceivedCall, Reply> script) {
        try {
            var storage =
                    new ScriptedStorage(
                            new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
            Thread.ofVirtual().start(storage::accept);
            return storage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Answers the calls in this order, all further ones with the last.
    static ScriptedStorage answering(Reply... replies) {
        var left = new ConcurrentLinkedDeque<>(List.of(replies));
        return start(call -> {
            Reply next = left.poll();
            return next == null ? replies[replies.length - 1] : next;
        });
    }

    /// What it was asked so far.
    List<ReceivedCall> calls() {
        return calls;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /// With limits that a test can wait for.
    S3ObjectStore open(TimeLimits limits) {
        S3Settings settings =
                new S3Settings(
                        Optional.of(endpoint()),
                        Optional.empty(),
                        "us-east-1",
                        "bucket",
                        Optional.of(KEYS),
                        PathStyle.AUTO,
                        StorageCapabilities.UNPROBED,
                        Clock.systemUTC());
        return new S3ObjectStore(settings, SigningCredentials.provider(Optional.of(KEYS)), limits);
    }

    S3ObjectStore open() {
        return open(TimeLimits.DEFAULT);
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            Reply reply;
            do {
                ReceivedCall call = ReceivedCall.read(in);
                calls.add(call);
                reply = script.apply(call);
                Thread.sleep(reply.silence());
                connection.getOutputStream().write(reply.text().getBytes(UTF_8));
            } while (reply.afterwards() == Reply.Afterwards.KEPT);
        } catch (IOException e) {
            // the client has hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
