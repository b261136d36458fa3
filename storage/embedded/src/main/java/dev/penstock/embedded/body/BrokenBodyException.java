package dev.penstock.embedded.body;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

/// The body broke off: the client went away, fell silent, or sent bad framing.
public final class BrokenBodyException extends IOException {
    BrokenBodyException(Throwable cause) {
        super("the request body broke off", cause);
    }

    /// Whether the client fell silent.
    public boolean isSilence() {
        return getCause() instanceof TimeoutException;
    }
}
