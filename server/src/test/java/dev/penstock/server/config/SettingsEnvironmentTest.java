package dev.penstock.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsEnvironmentTest {
    @TempDir Path folder;

    @Test
    void an_unknown_variable_is_a_mistake_with_the_nearest_name_and_without_its_value() {
        assertThat(mistakes(Map.of("PENSTOCK_S3_SECRET_KEYS", "Sesame", "PENSTOCK_FOO", "Sesame")))
                .containsExactly(
                        "PENSTOCK_FOO: there is no such variable",
                        "PENSTOCK_S3_SECRET_KEYS: there is no such variable; did you mean"
                                + " PENSTOCK_S3_SECRET_KEY?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PENSTOCK_URL",
                "PENSTOCK_TOKEN",
                "PENSTOCK_INTAKE",
                "PENSTOCK_API_KEY",
                "PENSTOCK_TOOLS",
                "PENSTOCK_JAVA_OPTS",
                "HTTP_PORT",
                "penstock_http_port"
            })
    void variables_of_others_are_not_looked_at(String variable) {
        assertThat(mistakes(Map.of(variable, "anything"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENSTOCK_HTTP_PORT", "PENSTOCK_S3_BUCKET", "PENSTOCK_LOG_LEVEL"})
    void an_empty_variable_counts_as_not_set(String variable) {
        assertThat(mistakes(Map.of(variable, " "))).isEmpty();
    }

    @Test
    void what_is_set_for_logging_is_checked_too() {
        assertThat(mistakes(Map.of("PENSTOCK_LOG", "text", "PENSTOCK_LOG_LEVEL", "debug")))
                .isEmpty();
        assertThat(mistakes(Map.of("PENSTOCK_LOG", "xml", "PENSTOCK_LOG_LEVEL", "all")))
                .containsExactly(
                        "PENSTOCK_LOG: not allowed; allowed: json or text",
                        "PENSTOCK_LOG_LEVEL: not allowed; allowed: trace or debug or info or warn"
                                + " or error");
    }

    private List<String> mistakes(Map<String, String> environment) {
        SettingsException refusal =
                catchThrowableOfType(
                        SettingsException.class,
                        () -> SettingsLoader.load(Optional.empty(), folder, environment));
        return refusal == null ? List.of() : refusal.mistakes();
    }
}
