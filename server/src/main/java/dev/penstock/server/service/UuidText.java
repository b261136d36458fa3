package dev.penstock.server.service;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Ids as callers write them: UUIDs of 36 characters (RFC 9562, section 4), which Java's own reader
/// does not insist on.
public final class UuidText {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private UuidText() {}

    /// @return empty for anything else
    public static Optional<UUID> read(String text) {
        return UUID_TEXT.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
