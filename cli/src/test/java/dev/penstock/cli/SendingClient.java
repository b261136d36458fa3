package dev.penstock.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The process of [SendingMain], killed and started again.
final class SendingClient implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 300;

    private final QuickJava java;
    private final Path home;
    private final Map<String, String> variables;
    private final Map<String, CompletableFuture<Optional<Ended>>> running = new HashMap<>();
    private Process process;
    private Thread reader;
    private int tags;

    /// What a command line left behind.
    record Ended(int status, String out, String err) {}

    /// @param home where the journal is
    SendingClient(QuickJava java, Path home, Map<String, String> variables) {
        this.java = java;
        this.home = home;
        this.variables = variables;
        this.process = start();
        this.reader = read(process);
    }

    private Process start() {
        var builder =
                new ProcessBuilder(java.command("CLIENT", SendingMain.class, home.toString()))
                        .redirectError(Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("PENSTOCK_"));
        builder.environment().remove("XDG_STATE_HOME");
        builder.environment().putAll(variables);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Thread read(Process from) {
        var lines = from.inputReader(StandardCharsets.UTF_8);
        return Thread.ofVirtual().start(() -> read(lines));
    }

    private void read(BufferedReader lines) {
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line.split(SendingMain.TAB, -1));
            }
        } catch (IOException e) {
            // killed
        }
    }

    private synchronized void hear(String[] line) {
        if (line.length == 4) {
            var ended = new Ended(Integer.parseInt(line[1]), line[2], line[3]);
            var waiting = running.remove(line[0]);
            if (waiting != null) {
                waiting.complete(Optional.of(ended));
            }
        }
    }

    /// Runs a command line.
    ///
    /// @return empty when the process was killed before it told the end
    Optional<Ended> run(List<String> words) throws InterruptedException {
        try {
            return begin(words).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("it does not end: " + words, e);
        }
    }

    private synchronized CompletableFuture<Optional<Ended>> begin(List<String> words) {
        var tag = "t" + tags++;
        var end = new CompletableFuture<Optional<Ended>>();
        running.put(tag, end);
        try {
            var to = process.outputWriter(StandardCharsets.UTF_8);
            to.write(tag + SendingMain.TAB + String.join(SendingMain.TAB, words) + "\n");
            to.flush();
        } catch (IOException e) {
            // killed: whoever starts a new process tells those that wait
        }
        return end;
    }

    /// Lets it end when it has nothing to do, and starts a new one.
    void restart() throws InterruptedException {
        try {
            process.outputWriter(StandardCharsets.UTF_8).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        killAndLaunch();
    }

    /// SIGKILL, and a new one. Whoever waits hears of it.
    void killAndLaunch() throws InterruptedException {
        process.destroyForcibly().waitFor();
        reader.join();
        synchronized (this) {
            process = start();
            reader = read(process);
            running.values().forEach(end -> end.complete(Optional.empty()));
            running.clear();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
