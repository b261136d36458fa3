package dev.penstock.server.config;

/// A text that must not be shown: prints as `***`. Only what hands it on to its use calls
/// [#value()].
public record Secret(String value) {
    @Override
    public String toString() {
        return "***";
    }
}
