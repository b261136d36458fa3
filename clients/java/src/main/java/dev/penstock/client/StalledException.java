package dev.penstock.client;

import java.io.IOException;

/// No byte moved for too long.
final class StalledException extends IOException {
    private static final long serialVersionUID = 1L;

    StalledException() {
        super("stalled");
    }
}
