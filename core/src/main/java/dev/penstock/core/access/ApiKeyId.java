package dev.penstock.core.access;

import java.util.UUID;

/// The id of a platform API key.
public record ApiKeyId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
