package dev.penstock.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tests of `clients/typescript`, run by Node: alone, against this service, and from its
/// archive.
class TypescriptClientTest {
    private static final NodeLane CLIENT =
            new NodeLane(
                    TypescriptClientTest.class,
                    "clients/typescript",
                    Pattern.compile("(?m)^# pass (\\d+)$"));
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    @TempDir Path folder;

    @Test
    void alone_it_mends_what_can_be_mended() {
        CLIENT.run(folder, "unit", 20, PATIENCE);
    }

    @Test
    void against_the_service_it_sends_and_goes_on() {
        CLIENT.run(folder, "server", 6, PATIENCE);
    }

    @Test
    @Tag("proof")
    void its_first_example_runs_from_its_archive() {
        CLIENT.run(folder, "package", 1, PATIENCE);
    }
}
