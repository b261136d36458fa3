package dev.penstock.sigv4;

import java.time.Instant;
import java.util.List;

/// A URL that carries its own authorisation. Whoever has it may do what it says until it expires,
/// so its text belongs in no log; [#toString] masks it.
///
/// @param url the whole text
/// @param requiredHeaders signed headers that the sender must add; never `host` and
///   `content-length`, which HTTP clients send by themselves
public record PresignedUrl(String url, List<Header> requiredHeaders, Instant expiresAt) {

    public PresignedUrl {
        requiredHeaders = List.copyOf(requiredHeaders);
    }

    @Override
    public String toString() {
        return "PresignedUrl[url=***, expiresAt=" + expiresAt + "]";
    }
}
