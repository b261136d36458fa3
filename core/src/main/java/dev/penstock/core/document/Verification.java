package dev.penstock.core.document;

import java.util.Arrays;
import java.util.Optional;

/// How far the bytes of a content object were proven to be the caller's.
public enum Verification {
    /// Their number alone.
    SIZE("size"),
    /// The caller named an ETag for every part, each equal to the storage's, which are MD5s.
    ETAG("etag"),
    /// A checksum that the caller gave covers every byte.
    CHECKSUM("checksum");

    private final String text;

    Verification(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public static Optional<Verification> of(String text) {
        return Arrays.stream(values()).filter(v -> v.text.equals(text)).findFirst();
    }
}
