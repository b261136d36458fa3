package dev.penstock.server.config;

import java.util.ArrayList;
import java.util.List;

/// The mistakes found so far, one line each.
final class Mistakes {
    private final List<String> lines = new ArrayList<>();

    void add(String line) {
        lines.add(line);
    }

    void add(SettingKey key, String sentence) {
        lines.add("%s (%s): %s".formatted(key.path(), key.variable(), sentence));
    }

    /// @throws SettingsException if there are any
    void refuse() {
        if (!lines.isEmpty()) {
            throw new SettingsException(lines);
        }
    }
}
