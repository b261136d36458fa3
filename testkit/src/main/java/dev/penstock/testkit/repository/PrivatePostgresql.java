package dev.penstock.testkit.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A PostgreSQL of the test's own: started from the installed programs on a free loopback port with
/// a new data folder, stopped and removed on close. Text is collated as English unless a column
/// says otherwise, so that nobody comes to rely on the order of bytes by chance.
public final class PrivatePostgresql implements AutoCloseable {
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final String USER = "penstock";

    private final UnprivilegedUser runner = UnprivilegedUser.find();
    private final String password = UUID.randomUUID().toString();
    private final PostgresqlPrograms programs;
    private final Path folder;
    private final int port;
    private final Process server;

    private PrivatePostgresql(PostgresqlPrograms programs) throws IOException {
        this.programs = programs;
        this.folder = Files.createTempDirectory("penstock-postgresql");
        runner.own(folder);
        this.port = freePort();
        makeCluster();
        this.server = launch();
        awaitAnswer();
    }

    /// Starts one.
    public static PrivatePostgresql start(PostgresqlPrograms programs) {
        try {
            return new PrivatePostgresql(programs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void makeCluster() throws IOException {
        Path passwordFile = Files.writeString(folder.resolve("password"), password);
        runner.own(passwordFile);
        Process initdb =
                start(
                        "initdb",
                        "--pgdata=" + data(),
                        "--username=" + USER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=icu",
                        "--icu-locale=en-US",
                        "--no-sync");
        if (!hasEnded(initdb, WAIT) || initdb.exitValue() != 0) {
            throw new IllegalStateException("initdb failed: " + log());
        }
    }

    private Process launch() throws IOException {
        return start(
                "postgres",
                "-D",
                data().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off");
    }

    private Process start(String program, String... arguments) throws IOException {
        var command = new ArrayList<>(runner.prefix());
        command.add(programs.path(program));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private void awaitAnswer() throws IOException {
        Instant end = Instant.now().plus(WAIT);
        while (!isListening()) {
            if (!server.isAlive() || Instant.now().isAfter(end)) {
                String log = log();
                close();
                throw new IllegalStateException("PostgreSQL did not start: " + log);
            }
            hasEnded(server, Duration.ofMillis(50));
        }
    }

    private boolean isListening() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private static boolean hasEnded(Process process, Duration wait) {
        try {
            return process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Stops the server, by force if it does not go by itself, and removes its folder.
    @Override
    public void close() {
        server.destroy();
        if (!hasEnded(server, Duration.ofSeconds(10))) {
            server.destroyForcibly();
            hasEnded(server, WAIT);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
