package dev.penstock.contract;

import java.time.Instant;

/// The answer of `GET /api/document-families/{id}/content/{kind}`.
///
/// @param url a presigned GET; a secret while it lives, so it is not in [#toString()]
/// @param size in bytes
public record ContentUrl(String url, Instant expiresAt, String name, long size, String mimeType) {

    @Override
    public String toString() {
        return "ContentUrl[name=%s, size=%d, expiresAt=%s]".formatted(name, size, expiresAt);
    }
}
