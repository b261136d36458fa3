package dev.penstock.server.simulation;

/// Something that must never be so.
final class Violation extends AssertionError {
    private static final long serialVersionUID = 1L;

    Violation(String what) {
        super(what);
    }
}
