package dev.penstock.core.object;

import java.net.URI;
import java.time.Instant;

/// A URL that reads one object.
public record PresignedGet(URI url, Instant expiresAt) {
    /// Without the URL, whose query is a secret.
    @Override
    public String toString() {
        return "PresignedGet[expiresAt=" + expiresAt + "]";
    }
}
