package dev.penstock.server.logging;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is set for logging, by environment variables only: logging begins before the settings file
/// is read, and has to report on it.
public enum LogVariable {
    /// How a line looks: `json` for machines, `text` for people.
    FORMAT("PENSTOCK_LOG", "json"),
    /// The least severe level that is logged.
    LEVEL("PENSTOCK_LOG_LEVEL", "info");

    private final String variable;
    private final String otherwise;

    LogVariable(String variable, String otherwise) {
        this.variable = variable;
        this.otherwise = otherwise;
    }

    /// The one with this variable; empty if there is none.
    public static Optional<LogVariable> of(String variable) {
        return Arrays.stream(values()).filter(log -> log.variable.equals(variable)).findAny();
    }

    /// The name of the environment variable.
    public String variable() {
        return variable;
    }

    /// The values it may have.
    public List<String> allowed() {
        return switch (this) {
            case FORMAT -> List.of("json", "text");
            case LEVEL -> List.of("trace", "debug", "info", "warn", "error");
        };
    }

    /// The value in force: the default if none is set or one that is not allowed.
    public String in(Map<String, String> environment) {
        String value = environment.getOrDefault(variable, otherwise);
        return allowed().contains(value) ? value : otherwise;
    }
}
