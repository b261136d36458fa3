package dev.penstock.cli;

import dev.penstock.server.StandaloneStorage;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "storage",
        description =
                "Runs the embedded S3 server alone, without the service, until SIGTERM or Ctrl-C.",
        footer = {
            "",
            "Settings: data.dir and storage.embedded.*, see docs/configuration.md.",
            "",
            "Example:",
            "  PENSTOCK_DATA_DIR=/srv/s3 penstock storage"
        })
final class StorageCommand implements Callable<Integer> {
    @Mixin final ServiceOptions service;

    StorageCommand(Surroundings surroundings) {
        this.service = new ServiceOptions(surroundings);
    }

    @Override
    public Integer call() {
        var storage = StandaloneStorage.start(service.settings(), Clock.systemUTC());
        return service.run(storage.readyLine(), storage::close);
    }
}
