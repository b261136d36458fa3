package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every block of docs/large-uploads.md, run against a service as its reader would.
@Tag("proof")
class GuideTest {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int EXAMPLES_AT_LEAST = 15;
    @TempDir Path folder;

    @Test
    void every_example_of_the_guide_runs() throws IOException {
        Programs.require("GuideTest", "bash", "curl", "jq", "node", "npm", "python3");
        try (var service = TestService.in(folder)) {
            var shell = service.uploader("acme");
            var variables = new HashMap<>(shell.variables());
            variables.put("PENSTOCK_API_KEY", TestService.ADMIN);
            var script = Repository.root().resolve("docs/guide-test/run.py").toString();
            try (var run = Child.start(folder, variables, List.of("python3", script))) {
                int status = run.await(PATIENCE);
                System.out.println(run.out());
                assertThat(status).as(run.toString()).isZero();
                assertThat(run.out().lines().filter(line -> line.startsWith("ok ")).count())
                        .isEqualTo(examples())
                        .isGreaterThanOrEqualTo(EXAMPLES_AT_LEAST);
            }
        }
    }

    private static long examples() throws IOException {
        var page = Repository.root().resolve("docs/large-uploads.md");
        try (var lines = Files.lines(page)) {
            return lines.filter(line -> line.matches("```(bash|python|ts)")).count();
        }
    }
}
