package dev.penstock.s3;

import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.sigv4.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Somebody else's S3 server over a plain folder, as a child process on loopback.
final class Versitygw implements StorageServer {
    private static final Credentials KEYS = Credentials.of("loopback", "loopback-secret");
    private static final String BUCKET = "penstock";
    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final Process process;
    private final URI endpoint;
    private final StorageCapabilities capabilities;

    private Versitygw(Process process, URI endpoint, StorageCapabilities capabilities) {
        this.process = process;
        this.endpoint = endpoint;
        this.capabilities = capabilities;
    }

    /// @param folder an empty one
    /// @param capabilities what to trust it with
    static Versitygw start(Path program, Path folder, StorageCapabilities capabilities) {
        try {
            Files.createDirectories(folder.resolve("data").resolve(BUCKET));
            int port = freePort();
            ProcessBuilder command =
                    new ProcessBuilder(
                                    program.toString(),
                                    "--port",
                                    "127.0.0.1:" + port,
                                    "--quiet",
                                    "posix",
                                    folder.resolve("data").toString())
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("server.log").toFile());
            command.environment().put("ROOT_ACCESS_KEY", KEYS.accessKey());
            command.environment().put("ROOT_SECRET_KEY", KEYS.secretKey());
            var server =
                    new Versitygw(
                            command.start(), URI.create("http://127.0.0.1:" + port), capabilities);
            server.awaitConnections(folder.resolve("server.log"));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public S3Settings settings(Clock clock) {
        return new S3Settings(
                Optional.of(endpoint),
                Optional.empty(),
                "us-east-1",
                BUCKET,
                Optional.of(KEYS),
                PathStyle.AUTO,
                capabilities,
                clock);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitConnections(Path log) throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!accepts()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException("did not start: " + Files.readString(log));
            }
            pause();
        }
    }

    private boolean accepts() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
