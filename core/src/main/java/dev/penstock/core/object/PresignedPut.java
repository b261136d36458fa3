package dev.penstock.core.object;

import java.time.Instant;
import java.util.Map;

/// A URL that stores one part, and what must be sent with it.
///
/// @param requiredHeaders beyond `Host` and `Content-Length`, which every HTTP client sends by
///   itself
public record PresignedPut(
        PartNumber number, String url, Instant expiresAt, Map<String, String> requiredHeaders) {
    public PresignedPut {
        requiredHeaders = Map.copyOf(requiredHeaders);
    }

    /// Without the URL, whose query is a secret.
    @Override
    public String toString() {
        return "PresignedPut[number=" + number + ", expiresAt=" + expiresAt + "]";
    }
}
