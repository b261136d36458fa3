package dev.penstock.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tests of `studio`: alone, and in Chromium against this service.
class StudioTest {
    private static final NodeLane STUDIO =
            new NodeLane(
                    StudioTest.class, "studio", Pattern.compile("(?m)^ *Tests +(\\d+) passed.*$"));
    @TempDir Path folder;

    @Test
    void alone() {
        STUDIO.run(folder, "unit", 5, Duration.ofMinutes(4));
    }

    @Test
    @Tag("proof")
    void in_a_browser() {
        if (Programs.find(NodeLane.CHROMIUM).isEmpty()) {
            Programs.missing("StudioTest", "Chromium is needed (apt-get install chromium)");
        }
        STUDIO.run(folder, "browser", 20, Duration.ofMinutes(12));
    }
}
