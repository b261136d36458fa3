package dev.penstock.core.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The name of a label: upper case, without white space around it, 1 to 100 characters (code
/// points) without commas, control characters and halves of surrogate pairs.
public record LabelName(String value) {
    private static final int LONGEST = 100;

    /// @param value in any case, with any white space around it
    /// @throws IllegalArgumentException for what cannot be a name, with a sentence that says why
    ///   and does not quote it
    public LabelName {
        value = value.strip().toUpperCase(Locale.ROOT);
        int length = value.codePointCount(0, value.length());
        if (length < 1 || length > LONGEST) {
            throw new IllegalArgumentException(
                    "A label has 1 to %d characters.".formatted(LONGEST));
        }
        if (value.indexOf(',') >= 0) {
            throw new IllegalArgumentException("A label has no commas: they separate labels.");
        }
        if (value.codePoints().anyMatch(LabelName::isNoText)) {
            throw new IllegalArgumentException("A label has no control characters.");
        }
    }

    /// The names in a list as callers write it, `urgent, to check`: each once, in the order of
    /// their first mention. Nothing between two commas is no name.
    ///
    /// @throws IllegalArgumentException as the constructor does
    public static List<LabelName> list(String commaSeparated) {
        return Stream.of(commaSeparated.split(","))
                .filter(piece -> !piece.isBlank())
                .map(LabelName::new)
                .distinct()
                .toList();
    }

    private static boolean isNoText(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
    }

    @Override
    public String toString() {
        return value;
    }
}
