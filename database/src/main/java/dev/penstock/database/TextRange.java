package dev.penstock.database;

import java.util.Optional;

/// The texts that begin with a prefix, as a range that an index finds: at least the prefix and
/// below the first text after all of them, in the order of code points, which is the order of the
/// UTF-8 bytes that both databases compare.
///
/// @param from inclusive
/// @param below exclusive; empty where nothing is above
record TextRange(String from, Optional<String> below) {

    static TextRange startingWith(String prefix) {
        return new TextRange(prefix, after(prefix));
    }

    private static Optional<String> after(String prefix) {
        int end = prefix.length();
        while (end > 0) {
            int last = prefix.codePointBefore(end);
            int start = end - Character.charCount(last);
            if (last < Character.MAX_CODE_POINT) {
                return Optional.of(prefix.substring(0, start) + Character.toString(next(last)));
            }
            end = start;
        }
        return Optional.empty();
    }

    /// The next code point that text can hold: surrogates stand alone in none.
    private static int next(int codePoint) {
        int next = codePoint + 1;
        return next == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : next;
    }
}
