package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tests of `clients/typescript`, run by Node: alone, against this service, and from its
/// archive.
class TypescriptClientTest {
    private static final String NAME = "TypescriptClientTest";
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    @TempDir Path folder;

    @Test
    void alone_it_mends_what_can_be_mended() {
        lane("unit", 20);
    }

    @Test
    void against_the_service_it_sends_and_goes_on() {
        lane("server", 6);
    }

    @Test
    @Tag("proof")
    void its_first_example_runs_from_its_archive() {
        lane("package", 1);
    }

    private void lane(String lane, int atLeast) {
        Programs.require(NAME, "bash", "node", "npm");
        var build = Repository.root().resolve("clients/typescript/build").toString();
        var variables = new HashMap<String, String>();
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("PENSTOCK_CLASSPATH", System.getProperty("java.class.path"));
        Optional.ofNullable(System.getenv("PENSTOCK_CI"))
                .ifPresent(ci -> variables.put("PENSTOCK_CI", ci));
        try (var run = Child.start(folder, variables, List.of("bash", build, lane))) {
            int status = run.await(PATIENCE);
            System.out.println(run.out());
            if (status == 0 && run.out().contains("clients/typescript SKIPPED")) {
                Programs.missing(NAME, "Node 20 with npm");
            }
            assertThat(status).as(run.toString()).isZero();
            assertThat(count(run.out(), "# pass ")).isGreaterThanOrEqualTo(atLeast);
            assertThat(count(run.out(), "# fail ")).isZero();
        }
    }

    private static int count(String out, String what) {
        return out.lines()
                .filter(line -> line.startsWith(what))
                .mapToInt(line -> Integer.parseInt(line.substring(what.length())))
                .sum();
    }
}
