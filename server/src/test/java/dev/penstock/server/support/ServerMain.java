package dev.penstock.server.support;

import dev.penstock.server.Server;
import dev.penstock.server.config.SettingsLoader;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/// A service in a process of its own, with its settings from the environment. It stops when its
/// standard input ends, or on SIGTERM as `penstock serve` does.
final class ServerMain {
    private ServerMain() {}

    public static void main(String[] arguments) throws IOException {
        try (var server =
                Server.start(
                        SettingsLoader.load(Optional.empty(), System.getenv()),
                        Clock.systemUTC())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            System.out.println(ChildServer.READY + server.url());
            while (System.in.read() >= 0) {
                // until the parent closes it
            }
        }
    }

    private static void stop(Server server) {
        server.close();
        Runtime.getRuntime().halt(0);
    }
}
