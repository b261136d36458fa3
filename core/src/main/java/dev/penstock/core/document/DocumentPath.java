package dev.penstock.core.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Where a document lives in its store, as the caller wrote it: 1 to 1,024 bytes of UTF-8, segments
/// between `/`, none of them empty, `.` or `..`, no control characters, no leading `/`.
public record DocumentPath(String value) {
    public static final int MAX_BYTES = 1024;

    /// @throws IllegalArgumentException with a sentence that says what is wrong
    public DocumentPath {
        int bytes = utf8Length(value);
        if (bytes < 1 || bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a path has 1 to 1024 bytes of UTF-8, this one has " + bytes);
        }
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a path has no control characters");
        }
        for (String segment : value.split("/", -1)) {
            requireSegment(segment);
        }
    }

    /// The last segment.
    public String fileName() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    private static void requireSegment(String segment) {
        if (segment.isEmpty()) {
            throw new IllegalArgumentException(
                    "a path has no empty segments, and no / at its beginning or end");
        }
        if (segment.equals(".") || segment.equals("..")) {
            throw new IllegalArgumentException("a path has no . or .. segments");
        }
    }

    private static int utf8Length(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return encoded.remaining();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a path is valid Unicode", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
