package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every route of contract/openapi.yaml under made-up requests, right ones and wrong ones, at a
/// running service: no answer but those the document declares (`contract/fuzz/run.py`).
@Tag("proof")
class FuzzTest {
    private static final Duration PATIENCE = Duration.ofMinutes(12);
    private static final int NO_TOOLS = 3;
    private static final int REQUESTS_AT_LEAST = 1_000;
    private static final Pattern REQUESTS = Pattern.compile("(?m)^fuzz: ([0-9]+) requests$");

    @TempDir Path folder;

    @Test
    void every_answer_is_as_the_contract_declares() {
        Programs.require("FuzzTest", "python3");
        var script = Repository.root().resolve("contract/fuzz/run.py").toString();
        var settings =
                Map.of(
                        "PENSTOCK_BOOTSTRAP_API_KEY",
                        TestService.ADMIN,
                        "PENSTOCK_LOG_LEVEL",
                        "warn");
        try (var service =
                ServiceChild.on(
                        folder, ServiceChild.freePort(), ServiceChild.freePort(), settings)) {
            var variables =
                    Map.of("PENSTOCK_URL", service.url(), "PENSTOCK_API_KEY", TestService.ADMIN);
            try (var run = Child.start(folder, variables, List.of("python3", script))) {
                int status = run.await(PATIENCE);
                if (status == NO_TOOLS) {
                    Programs.missing("FuzzTest", run.err());
                }
                System.out.println(run.out());
                assertThat(status).as(run + service.child().err()).isZero();
                var requests = REQUESTS.matcher(run.out());
                assertThat(requests.find()).isTrue();
                assertThat(Integer.parseInt(requests.group(1)))
                        .isGreaterThanOrEqualTo(REQUESTS_AT_LEAST);
            }
            service.stop();
        }
    }
}
