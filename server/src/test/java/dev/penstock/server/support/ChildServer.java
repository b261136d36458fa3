package dev.penstock.server.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A service in a child process, which can be killed without warning.
public final class ChildServer implements AutoCloseable {
    static final String READY = "ready ";
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path log;
    private final URI url;

    private ChildServer(Process process, Path log, URI url) {
        this.process = process;
        this.log = log;
        this.url = url;
    }

    /// Starts it; on return it answers.
    ///
    /// @param folder where its data and its log go
    public static ChildServer start(Path folder, Map<String, String> settings) {
        try {
            Path log = folder.resolve("server.log");
            var builder =
                    new ProcessBuilder(
                            List.of(
                                    ProcessHandle.current().info().command().orElseThrow(),
                                    "--enable-native-access=ALL-UNNAMED",
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    ServerMain.class.getName()));
            builder.environment().keySet().removeIf(name -> name.startsWith("PENSTOCK_"));
            builder.environment().putAll(TestService.environment(folder, settings));
            builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            Process process = builder.start();
            return new ChildServer(process, log, ready(process, log.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI ready(Process process, File log) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null || !line.startsWith(READY)) {
            process.destroyForcibly();
            throw new IllegalStateException(line + "\n" + Files.readString(log.toPath()));
        }
        return URI.create(line.substring(READY.length()));
    }

    public URI url() {
        return url;
    }

    /// All that it has logged so far.
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends it as `kill -9` does.
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /// Ends it by SIGTERM; on return it is gone, with status 0.
    public void terminate() {
        process.destroy();
        awaitEnd();
        assertThat(process.exitValue()).as(this::log).isZero();
    }

    /// Ends it in an orderly way.
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
