package dev.penstock.server.config;

import java.util.List;

/// The settings cannot be used. The message has one line for each mistake: the key, what is wrong
/// with it and what is allowed. It never shows a secret.
public final class SettingsException extends RuntimeException {
    private final List<String> mistakes;

    SettingsException(List<String> mistakes) {
        super(String.join("\n", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /// The lines of the message, at least one.
    public List<String> mistakes() {
        return mistakes;
    }
}
