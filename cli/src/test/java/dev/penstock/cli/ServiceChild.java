package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// `penstock serve` as a process of its own, which may be killed and started again in its place.
final class ServiceChild implements AutoCloseable {
    private static final String READY = "Penstock is ready at ";

    private final Path folder;
    private final Map<String, String> settings;
    private Child child;

    private ServiceChild(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.settings = settings;
        this.child = launch();
    }

    /// On free ports; returns when it is ready.
    static ServiceChild in(Path folder) {
        return on(folder, freePort(), freePort(), Map.of());
    }

    /// @param more settings, as environment variables
    static ServiceChild on(Path folder, int port, int storagePort, Map<String, String> more) {
        var settings = new HashMap<String, String>();
        settings.put("PENSTOCK_DATA_DIR", folder.resolve("data").toString());
        settings.put("PENSTOCK_HTTP_PORT", Integer.toString(port));
        settings.put("PENSTOCK_EMBEDDED_PORT", Integer.toString(storagePort));
        settings.putAll(more);
        return new ServiceChild(folder, settings);
    }

    private Child launch() {
        var started = Child.penstock(folder, settings, "serve");
        try {
            started.awaitOut(READY);
            return started;
        } catch (AssertionError e) {
            started.close();
            throw e;
        }
    }

    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    Child child() {
        return child;
    }

    String url() {
        var line = child.awaitOut(READY);
        return line.substring(READY.length()).split(" ", 2)[0];
    }

    /// SIGKILL, and a new one on the same ports and data.
    void crashAndRestart() {
        child.kill().await();
        child = launch();
    }

    void stop() {
        assertThat(child.terminate().await()).as(child.toString()).isZero();
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
