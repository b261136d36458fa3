package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every block of the guides, run against a service as its reader would.
@Tag("proof")
class GuideTest {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "docs/large-uploads.md, 15, bash curl jq node npm python3",
        "docs/intakes.md, 6, bash curl python3"
    })
    void every_example_of_the_guide_runs(String name, int atLeast, String programs)
            throws IOException {
        Programs.require("GuideTest", programs.split(" "));
        Path page = Repository.root().resolve(name);
        try (var service = TestService.in(folder)) {
            var shell = service.uploader("acme");
            var variables = new HashMap<>(shell.variables());
            variables.put("PENSTOCK_API_KEY", TestService.ADMIN);
            var script = Repository.root().resolve("docs/guide-test/run.py").toString();
            var command = List.of("python3", script, "--page", page.toString());
            try (var run = Child.start(folder, variables, command)) {
                int status = run.await(PATIENCE);
                System.out.println(run.out());
                assertThat(status).as(run.toString()).isZero();
                assertThat(run.out().lines().filter(line -> line.startsWith("ok ")).count())
                        .isEqualTo(examples(page))
                        .isGreaterThanOrEqualTo(atLeast);
            }
        }
    }

    private static long examples(Path page) throws IOException {
        try (var lines = Files.lines(page)) {
            return lines.filter(line -> line.matches("```(bash|python|ts)")).count();
        }
    }
}
