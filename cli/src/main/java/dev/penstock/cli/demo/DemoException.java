package dev.penstock.cli.demo;

/// The demo cannot go on, for a reason that the message tells in full.
public final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoException(String message) {
        super(message);
    }

    DemoException(String message, Throwable cause) {
        super(message, cause);
    }
}
