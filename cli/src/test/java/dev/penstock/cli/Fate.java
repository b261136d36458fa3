package dev.penstock.cli;

import java.util.UUID;

/// What is known of a file that was sent.
sealed interface Fate {

    /// The client was told of its document, or found it.
    record Document(UUID family) implements Fate {}

    /// Its document was deleted.
    record Deleted(UUID family) implements Fate {}

    /// The client died and never came back; its completion may have been on its way.
    record Abandoned() implements Fate {}
}
