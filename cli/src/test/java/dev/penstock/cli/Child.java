package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The program as a process of its own. Every wait has an end; what still runs at the end is
/// killed.
final class Child implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Lines out;
    private final Lines err;

    private Child(Process process) {
        this.process = process;
        this.out = new Lines(process.inputReader(StandardCharsets.UTF_8));
        this.err = new Lines(process.errorReader(StandardCharsets.UTF_8));
    }

    /// `penstock` with these words, in a Java process.
    ///
    /// @param folder in which it runs
    /// @param variables its only `PENSTOCK_` ones; `HOME` counts as the user's folder
    static Child penstock(Path folder, Map<String, String> variables, String... words) {
        return java(folder, variables, List.of("-Xmx128m"), words);
    }

    /// @param jvm options of Java
    static Child java(
            Path folder, Map<String, String> variables, List<String> jvm, String... words) {
        var command =
                Stream.of(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-Duser.home=" + folder),
                                jvm.stream(),
                                Stream.of(
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Main.class.getName()),
                                Stream.of(words))
                        .flatMap(s -> s)
                        .toList();
        return start(folder, variables, command);
    }

    /// Any program.
    static Child start(Path folder, Map<String, String> variables, List<String> command) {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PENSTOCK_"));
        builder.environment().remove("XDG_STATE_HOME");
        builder.environment().putAll(variables);
        try {
            return new Child(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The lines of one stream, as they come.
    private static final class Lines {
        private final List<String> lines = new ArrayList<>();
        private final Thread reader;

        Lines(BufferedReader from) {
            reader = Thread.ofVirtual().start(() -> read(from));
        }

        private void read(BufferedReader from) {
            try (from) {
                for (var line = from.readLine(); line != null; line = from.readLine()) {
                    add(line);
                }
            } catch (IOException e) {
                add("(unreadable: " + e + ")");
            }
        }

        private synchronized void add(String line) {
            lines.add(line);
            notifyAll();
        }

        synchronized String text() {
            return String.join("\n", lines);
        }

        private synchronized String await(Predicate<String> wanted, Child child)
                throws InterruptedException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            for (int seen = 0; ; seen++) {
                while (seen == lines.size()) {
                    if (System.nanoTime() > end || !reader.isAlive()) {
                        throw new AssertionError("the line did not come; " + child);
                    }
                    wait(100);
                }
                if (wanted.test(lines.get(seen))) {
                    return lines.get(seen);
                }
            }
        }

        void join() throws InterruptedException {
            reader.join(PATIENCE);
        }
    }

    /// Waits for a line of standard output that holds the text.
    String awaitOut(String text) {
        return interruptibly(() -> out.await(line -> line.contains(text), this));
    }

    String awaitErr(Predicate<String> wanted) {
        return interruptibly(() -> err.await(wanted, this));
    }

    String out() {
        return out.text();
    }

    String err() {
        return err.text();
    }

    long pid() {
        return process.pid();
    }

    void endInput() {
        try {
            process.outputWriter(StandardCharsets.UTF_8).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// SIGTERM.
    Child terminate() {
        process.destroy();
        return this;
    }

    /// SIGKILL.
    Child kill() {
        process.destroyForcibly();
        return this;
    }

    /// SIGINT, as Ctrl-C sends it.
    Child interrupt() {
        return interruptibly(() -> {
            var kill = new ProcessBuilder("kill", "-INT", Long.toString(pid())).start();
            assertThat(kill.waitFor()).isZero();
            return this;
        });
    }

    /// Waits for the end and all output.
    ///
    /// @return the exit status
    int await() {
        return await(PATIENCE);
    }

    int await(Duration patience) {
        return interruptibly(() -> {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("it does not end; " + this);
            }
            out.join();
            err.join();
            return process.exitValue();
        });
    }

    private interface Step<T> {
        T run() throws InterruptedException, IOException;
    }

    private static <T> T interruptibly(Step<T> step) {
        try {
            return step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    @Override
    public String toString() {
        return "standard output:\n%s\nstandard error:\n%s".formatted(out(), err());
    }
}
