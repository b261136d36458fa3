package dev.penstock.core.upload;

import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.Warning;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a caller wants its document to be, kept from the moment the storage is asked so that
/// anybody can finish the completion.
///
/// @param path where the document goes
/// @param metadata of this upload, the strongest in the merge
/// @param extraFields the weakest in the merge
/// @param filename the original file name; empty: the last segment of the path
/// @param warnings about fields that mean nothing
public record CompletionRequest(
        DocumentPath path,
        Map<String, @Nullable Object> metadata,
        Map<String, @Nullable Object> extraFields,
        Optional<String> filename,
        Optional<String> documentVersion,
        List<Warning> warnings) {

    public CompletionRequest {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        extraFields = Collections.unmodifiableMap(new LinkedHashMap<>(extraFields));
        warnings = List.copyOf(warnings);
    }

    /// A completion that asks for nothing but a document at this path.
    public static CompletionRequest plain(DocumentPath path) {
        return new CompletionRequest(
                path, Map.of(), Map.of(), Optional.empty(), Optional.empty(), List.of());
    }

    public String fileName() {
        return filename.orElseGet(path::fileName);
    }
}
