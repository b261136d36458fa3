package dev.penstock.cli;

import dev.penstock.client.PenstockClient;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;

/// What the management commands share: a connection with an API key, and how results are shown.
abstract class Management {
    @Mixin final ConnectionOptions connection;
    @Mixin final Output output;

    Management(Surroundings surroundings) {
        connection = new ConnectionOptions(surroundings);
        output = new Output(surroundings);
    }

    int run(Consumer<PenstockClient> work) {
        try (var client = connection.open()) {
            work.accept(client);
            return ExitStatus.DONE;
        }
    }

    /// Says that something is gone.
    void deleted(String what) {
        if (!output.json) {
            output.line("deleted " + what);
        }
    }
}
