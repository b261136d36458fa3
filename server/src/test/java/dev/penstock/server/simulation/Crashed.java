package dev.penstock.server.simulation;

/// What a port call throws in a process that is no more. An error, so that no code of the service
/// takes it for something to handle.
final class Crashed extends Error {
    private static final long serialVersionUID = 1L;

    Crashed() {
        super("the process is gone", null, false, false);
    }
}
