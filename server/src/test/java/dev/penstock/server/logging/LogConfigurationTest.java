package dev.penstock.server.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ResourceLock(Resources.SYSTEM_ERR)
@ResourceLock(Resources.SYSTEM_OUT)
class LogConfigurationTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Written(List<String> err, List<String> out) {}

    @Test
    void every_line_on_stderr_is_a_json_object_whatever_is_logged() {
        Written written =
                log(
                        Map.of(),
                        logs -> {
                            logs.getMDCAdapter().put("requestId", "r-1");
                            logs.getLogger("dev.penstock.server.http.Requests")
                                    .atInfo()
                                    .addKeyValue("path", "/a\"b\\c\n")
                                    .addKeyValue("status", 200)
                                    .log("said {} and\r\n\tmore \u0001 \u2028 ü 𝄞", "\"yes\"");
                            logs.getLogger("dev.penstock.x")
                                    .error(
                                            "broken",
                                            new IllegalStateException(
                                                    "a\nb", new RuntimeException("\"")));
                        });

        assertThat(written.out).isEmpty();
        assertThat(written.err).hasSize(2);
        JsonNode first = JSON.readTree(written.err.getFirst());
        assertThat(first.get("level").asString()).isEqualTo("INFO");
        assertThat(first.get("loggerName").asString())
                .isEqualTo("dev.penstock.server.http.Requests");
        assertThat(first.get("formattedMessage").asString())
                .isEqualTo("said \"yes\" and\r\n\tmore \u0001 \u2028 ü 𝄞");
        assertThat(first.get("mdc").get("requestId").asString()).isEqualTo("r-1");
        assertThat(first.get("kvpList").get(0).get("path").asString()).isEqualTo("/a\"b\\c\n");
        assertThat(first.get("kvpList").get(1).get("status").asString()).isEqualTo("200");
        assertThat(first.get("timestamp").isIntegralNumber()).isTrue();
        JsonNode second = JSON.readTree(written.err.getLast());
        assertThat(second.get("throwable").get("message").asString()).isEqualTo("a\nb");
        assertThat(second.get("throwable").get("cause").get("message").asString()).isEqualTo("\"");
    }

    @Test
    void text_is_for_people() {
        Written written =
                log(
                        Map.of("PENSTOCK_LOG", "text"),
                        logs -> logs.getLogger("dev.penstock.server.Start").info("hello"));

        assertThat(written.err)
                .singleElement()
                .asString()
                .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO  Start: hello *");
    }

    @Test
    void our_lines_are_logged_from_info_on_and_those_of_libraries_from_warn_on() {
        assertThat(levels(Map.of()))
                .containsExactly(
                        "dev.penstock INFO", "dev.penstock WARN", "org.eclipse.jetty WARN");
    }

    @Test
    void the_line_of_a_request_is_one_of_ours() {
        Written written = log(Map.of(), logs -> logs.getLogger("penstock.request").info("request"));

        assertThat(written.err).hasSize(1);
    }

    @Test
    void the_level_is_set_for_ours_and_bounds_those_of_libraries() {
        assertThat(levels(Map.of("PENSTOCK_LOG_LEVEL", "debug")))
                .containsExactly(
                        "dev.penstock DEBUG",
                        "dev.penstock INFO",
                        "dev.penstock WARN",
                        "org.eclipse.jetty WARN");
        assertThat(levels(Map.of("PENSTOCK_LOG_LEVEL", "warn")))
                .containsExactly("dev.penstock WARN", "org.eclipse.jetty WARN");
        assertThat(levels(Map.of("PENSTOCK_LOG_LEVEL", "error"))).isEmpty();
    }

    @Test
    void empty_or_wrong_variables_leave_the_defaults() {
        for (String value : List.of("", "bogus")) {
            assertThat(levels(Map.of("PENSTOCK_LOG_LEVEL", value, "PENSTOCK_LOG", value)))
                    .containsExactly(
                            "dev.penstock INFO", "dev.penstock WARN", "org.eclipse.jetty WARN");
        }
    }

    @Test
    void logback_finds_the_configuration() {
        assertThat(ServiceLoader.load(Configurator.class))
                .hasAtLeastOneElementOfType(LogConfiguration.class);
    }

    private static List<String> levels(Map<String, String> environment) {
        Written written =
                log(
                        environment,
                        logs -> {
                            for (String name : List.of("dev.penstock", "org.eclipse.jetty")) {
                                logs.getLogger(name).debug("d");
                                logs.getLogger(name).info("i");
                                logs.getLogger(name).warn("w");
                            }
                        });
        return written.err.stream()
                .map(JSON::readTree)
                .map(l -> l.get("loggerName").asString() + " " + l.get("level").asString())
                .toList();
    }

    private static Written log(Map<String, String> environment, Consumer<LoggerContext> work) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream previousErr = System.err;
        PrintStream previousOut = System.out;
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        LoggerContext logs = new LoggerContext();
        try {
            logs.setMDCAdapter(new LogbackMDCAdapter());
            LogConfiguration configuration = new LogConfiguration(environment);
            configuration.setContext(logs);
            configuration.configure(logs);
            work.accept(logs);
        } finally {
            logs.stop();
            System.setErr(previousErr);
            System.setOut(previousOut);
        }
        return new Written(lines(err), lines(out));
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
