package dev.penstock.cli;

import dev.penstock.server.Server;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "serve",
        description = {
            "Runs the service until it gets SIGTERM or Ctrl-C; requests in flight may then finish"
                    + " for 30 s.",
            "The first start makes an administrator's key and prints it, this once."
        },
        footer = {
            "",
            "Settings: penstock.yaml or PENSTOCK_... variables, see docs/configuration.md.",
            "",
            "Examples:",
            "  penstock serve",
            "  penstock serve --config /etc/penstock.yaml"
        })
final class ServeCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin final ServiceOptions service;

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.service = new ServiceOptions(surroundings);
    }

    @Override
    public Integer call() {
        var server = Server.start(service.settings(), Clock.systemUTC());
        server.madeKey()
                .ifPresent(key ->
                        surroundings
                                .out()
                                .println("Administrator's key, shown only now: " + key.value()));
        return service.run(server.readyLine(), server::close);
    }
}
