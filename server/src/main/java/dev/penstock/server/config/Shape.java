package dev.penstock.server.config;

import java.util.Optional;
import java.util.function.Function;

/// What the text of a setting must look like.
///
/// @param allowed completes the sentence "allowed: …"
/// @param visibility whether a refused text may be shown
/// @param reader the value of a text; empty if the text is not allowed
record Shape<T>(String allowed, Visibility visibility, Function<String, Optional<T>> reader) {
    enum Visibility {
        SHOWN,
        HIDDEN
    }

    /// A shape whose texts may be shown; space around them does not count.
    static <T> Shape<T> shown(String allowed, Function<String, Optional<T>> reader) {
        return new Shape<>(allowed, Visibility.SHOWN, text -> reader.apply(text.strip()));
    }

    /// A shape whose texts are, or may hold, a secret; every character counts.
    static <T> Shape<T> hidden(String allowed, Function<String, Optional<T>> reader) {
        return new Shape<>(allowed, Visibility.HIDDEN, reader);
    }

    /// How a refused text is quoted in a message: on one line, not longer than 80 characters.
    String quote(String text) {
        return switch (visibility) {
            case HIDDEN -> "the value";
            case SHOWN -> '"' + shorten(text.replaceAll("\\p{Cntrl}", " ")) + '"';
        };
    }

    private static String shorten(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
