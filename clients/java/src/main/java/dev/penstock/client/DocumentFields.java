package dev.penstock.client;

import dev.penstock.contract.CompletionBodyBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the document will have beside its bytes.
///
/// @param metadata of this upload
/// @param filename the original file name; empty: the last segment of the path
/// @param documentVersion recorded on the content
public record DocumentFields(
        Map<String, @Nullable Object> metadata,
        Optional<String> filename,
        Optional<String> documentVersion) {

    public DocumentFields {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    public static DocumentFields none() {
        return new DocumentFields(Map.of(), Optional.empty(), Optional.empty());
    }

    /// With this metadata alone.
    public static DocumentFields ofMetadata(Map<String, @Nullable Object> metadata) {
        return new DocumentFields(metadata, Optional.empty(), Optional.empty());
    }

    void addTo(CompletionBodyBuilder body) {
        if (!metadata.isEmpty()) {
            body.metadata(metadata);
        }
        filename.ifPresent(body::filename);
        documentVersion.ifPresent(body::documentVersion);
    }
}
