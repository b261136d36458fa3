package dev.penstock.core.access;

import java.util.UUID;

/// The id of an intake token.
public record TokenId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
