package dev.penstock.kddb;

/// What text becomes in UTF-8, told without making the bytes.
final class Utf8 {

    /// Whether each surrogate is half of a pair.
    static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(Utf8::isSurrogate);
    }

    /// Bytes; a lone surrogate counts as three.
    static long length(String text) {
        return text.codePoints().mapToLong(Utf8::bytes).sum();
    }

    /// The text with `?` in place of each lone surrogate.
    static String wellFormed(String text) {
        return text.codePoints()
                .map(point -> isSurrogate(point) ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static long bytes(int point) {
        if (point < 0x80) {
            return 1;
        }
        if (point < 0x800) {
            return 2;
        }
        return point < 0x1_0000 ? 3 : 4;
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private Utf8() {}
}
