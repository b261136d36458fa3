package dev.penstock.database;

import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.upload.CompletionRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A completion request inside the data of an upload.
record RequestJson(
        String path,
        Map<String, @Nullable Object> metadata,
        Map<String, @Nullable Object> extraFields,
        Optional<String> filename,
        Optional<String> documentVersion,
        List<WarningsJson.Item> warnings) {

    static RequestJson of(CompletionRequest request) {
        return new RequestJson(
                request.path().value(),
                request.metadata(),
                request.extraFields(),
                request.filename(),
                request.documentVersion(),
                request.warnings().stream().map(WarningsJson.Item::of).toList());
    }

    CompletionRequest request() {
        return new CompletionRequest(
                new DocumentPath(path),
                MetadataJson.forRecord(metadata),
                MetadataJson.forRecord(extraFields),
                filename,
                documentVersion,
                warnings.stream().map(WarningsJson.Item::warning).toList());
    }
}
