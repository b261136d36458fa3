package dev.penstock.cli;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The color of a label or a status.
final class ColorOption {
    private static final String NONE = "none";

    @Option(
            names = "--color",
            paramLabel = "#RRGGBB|none",
            description = "How it is shown. None for a new one.")
    Optional<String> color = Optional.empty();

    Optional<String> creation() {
        return color.filter(c -> !c.equals(NONE));
    }

    /// Puts it among the members of a change, if it was named.
    void putInto(Map<String, @Nullable Object> members) {
        color.ifPresent(c -> members.put("color", c.equals(NONE) ? null : c));
    }
}
