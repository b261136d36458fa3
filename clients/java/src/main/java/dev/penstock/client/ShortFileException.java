package dev.penstock.client;

import java.io.IOException;

/// A file ended where it had gone on when its upload began.
final class ShortFileException extends IOException {
    private static final long serialVersionUID = 1L;

    ShortFileException() {
        super("the file is shorter than it was");
    }
}
