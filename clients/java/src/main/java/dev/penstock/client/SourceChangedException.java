package dev.penstock.client;

import java.io.IOException;

/// The bytes of a part cannot be read as they were hashed; the sender of the whole source knows how
/// to say it.
final class SourceChangedException extends IOException {
    private static final long serialVersionUID = 1L;

    SourceChangedException(IOException cause) {
        super(cause);
    }
}
