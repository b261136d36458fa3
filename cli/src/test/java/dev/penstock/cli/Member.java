package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// `penstock serve` or `penstock storage` as a process of its own, killed and started again on the
/// same port and data, again and again. One that ends while it starts, as a node does whose storage
/// is away, is started again, as a supervisor would.
final class Member implements AutoCloseable {
    private static final int MOST_STARTS = 20;

    private final Path folder;
    private final Map<String, String> settings;
    private final Supplier<List<String>> command;
    private final List<String> errors = new ArrayList<>();
    private Child child;

    /// @param command of the next life
    Member(Path folder, Map<String, String> settings, Supplier<List<String>> command) {
        this.folder = folder;
        this.settings = settings;
        this.command = command;
        this.child = start();
    }

    private Child start() {
        return Child.start(folder, settings, command.get());
    }

    /// Starts it without waiting.
    synchronized void launch() {
        child = start();
    }

    synchronized void awaitReady() {
        for (int starts = 1; ; starts++) {
            try {
                child.awaitOut(" is ready at ");
                return;
            } catch (AssertionError e) {
                if (starts == MOST_STARTS) {
                    throw e;
                }
                kill();
                launch();
            }
        }
    }

    /// SIGKILL.
    synchronized void kill() {
        child.kill().await();
        keepErrors();
    }

    /// SIGTERM.
    synchronized void stop() {
        assertThat(child.terminate().await()).as(child.toString()).isZero();
        keepErrors();
    }

    private void keepErrors() {
        child.err().lines().filter(line -> line.contains("\"ERROR\"")).forEach(errors::add);
    }

    /// The lines that were logged as errors in all its lives.
    synchronized List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void close() {
        child.close();
    }
}
