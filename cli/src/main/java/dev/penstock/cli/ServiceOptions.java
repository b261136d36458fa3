package dev.penstock.cli;

import dev.penstock.server.config.Settings;
import dev.penstock.server.config.SettingsLoader;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What the commands that run a server share.
final class ServiceOptions {
    private final Surroundings surroundings;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings. Default: penstock.yaml in this folder, if there is one.")
    Optional<Path> config = Optional.empty();

    @Option(
            names = "--stop-at-end-of-input",
            description =
                    "Stop when standard input ends, too: for programs that start it and must not"
                            + " leave it behind.")
    boolean stopAtEndOfInput;

    ServiceOptions(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// @throws dev.penstock.server.config.SettingsException with every mistake at once
    Settings settings() {
        return SettingsLoader.load(config, surroundings.environment());
    }

    /// Tells that a server is ready and keeps it up until the process shall stop.
    int run(String readyLine, Runnable close) {
        UntilStopped.closeOnSignal(close);
        surroundings.out().println(readyLine);
        surroundings.out().flush();
        if (stopAtEndOfInput) {
            UntilStopped.awaitEndOf(surroundings.in());
        } else {
            UntilStopped.awaitSignal();
        }
        return ExitStatus.DONE;
    }
}
