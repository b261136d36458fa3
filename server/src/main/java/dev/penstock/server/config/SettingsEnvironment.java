package dev.penstock.server.config;

import dev.penstock.server.logging.LogVariable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The settings in environment variables. A variable that begins with `PENSTOCK_` and is not known
/// is a mistake, for it is most likely a misspelt one.
final class SettingsEnvironment {
    private static final String PREFIX = "PENSTOCK_";

    /// Variables of the clients and the launcher, which may be set beside ours.
    private static final Set<String> OF_OTHERS =
            Set.of(
                    "PENSTOCK_URL",
                    "PENSTOCK_TOKEN",
                    "PENSTOCK_INTAKE",
                    "PENSTOCK_API_KEY",
                    "PENSTOCK_TOOLS",
                    "PENSTOCK_JAVA_OPTS");

    private final Map<String, String> environment;
    private final Mistakes mistakes;

    SettingsEnvironment(Map<String, String> environment, Mistakes mistakes) {
        this.environment = new TreeMap<>(environment);
        this.mistakes = mistakes;
    }

    Map<SettingKey, GivenValue> read() {
        Map<SettingKey, GivenValue> values = new EnumMap<>(SettingKey.class);
        environment.forEach((variable, text) -> {
            if (variable.startsWith(PREFIX) && !text.isBlank()) {
                read(variable, text, values);
            }
        });
        return values;
    }

    private void read(String variable, String text, Map<SettingKey, GivenValue> values) {
        SettingKey.ofVariable(variable)
                .ifPresentOrElse(
                        key -> values.put(key, new GivenValue(text, variable)),
                        () -> readOther(variable, text));
    }

    private void readOther(String variable, String text) {
        LogVariable.of(variable).ifPresentOrElse(log -> check(log, text), () -> refuse(variable));
    }

    private void check(LogVariable log, String text) {
        if (!log.allowed().contains(text)) {
            mistakes.add(
                    "%s: not allowed; allowed: %s"
                            .formatted(log.variable(), String.join(" or ", log.allowed())));
        }
    }

    private void refuse(String variable) {
        if (!OF_OTHERS.contains(variable)) {
            mistakes.add(
                    "%s: there is no such variable%s"
                            .formatted(variable, NearestName.hint(PREFIX, variable, known())));
        }
    }

    private static Stream<String> known() {
        return Stream.concat(
                Arrays.stream(SettingKey.values()).map(SettingKey::variable),
                Arrays.stream(LogVariable.values()).map(LogVariable::variable));
    }
}
