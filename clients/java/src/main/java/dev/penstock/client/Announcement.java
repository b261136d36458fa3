package dev.penstock.client;

import java.util.Optional;
import java.util.OptionalLong;

/// What the service is told before the bytes come.
///
/// @param path that the document will have
/// @param contentType a MIME type
/// @param length in bytes; empty for a stream
public record Announcement(String path, String contentType, OptionalLong length) {

    Query query() {
        return Query.of("path", path)
                .and("contentType", contentType)
                .and(
                        "contentLength",
                        length.isPresent() ? Optional.of(length.getAsLong()) : Optional.empty());
    }
}
