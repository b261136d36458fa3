package dev.penstock.core.document;

/// A file name that may stand in an object key and means nothing special to anybody who handles
/// keys: 1 to 100 bytes of `A-Z a-z 0-9 . _ -`.
public record SafeFileName(String value) {
    public static final int MAX_BYTES = 100;

    /// @throws IllegalArgumentException for anything else
    public SafeFileName {
        if (value.isEmpty()
                || value.length() > MAX_BYTES
                || !value.chars().allMatch(SafeFileName::isSafe)) {
            throw new IllegalArgumentException("a safe file name is 1 to 100 of A-Za-z0-9._-");
        }
    }

    /// The last segment of a path, each other character as `_`; what is too long loses the end of
    /// its stem and keeps its extension.
    public static SafeFileName of(DocumentPath path) {
        var safe = new StringBuilder();
        path.fileName().codePoints().map(c -> isSafe(c) ? c : '_').forEach(safe::appendCodePoint);
        return new SafeFileName(FileNameLength.atMost(MAX_BYTES, safe.toString()));
    }

    private static boolean isSafe(int c) {
        return LettersAndDigits.contains(c) || "._-".indexOf(c) >= 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
