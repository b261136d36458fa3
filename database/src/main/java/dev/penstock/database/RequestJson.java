package dev.penstock.database;

import dev.penstock.core.document.DocumentFields;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.upload.CompletionRequest;
import dev.penstock.core.vocabulary.LabelName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A completion request inside the data of an upload. What is optional beyond `documentVersion` is
/// not in rows of version 3 of the schema.
record RequestJson(
        String path,
        Map<String, @Nullable Object> metadata,
        Map<String, @Nullable Object> extraFields,
        Optional<String> filename,
        Optional<String> documentVersion,
        List<WarningsJson.Item> warnings,
        Optional<Map<String, @Nullable Object>> externalData,
        Optional<List<String>> labels,
        Optional<String> statusId,
        Optional<List<String>> knowledgeFeatures) {

    static RequestJson of(CompletionRequest request) {
        DocumentFields fields = request.fields();
        return new RequestJson(
                request.path().value(),
                fields.metadata(),
                fields.extraFields(),
                fields.filename(),
                fields.documentVersion(),
                request.warnings().stream().map(WarningsJson.Item::of).toList(),
                fields.externalData(),
                Optional.of(fields.labels().stream().map(LabelName::value).toList()),
                fields.statusId(),
                Optional.of(fields.knowledgeFeatures()));
    }

    CompletionRequest request() {
        return new CompletionRequest(
                new DocumentPath(path),
                fields(),
                warnings.stream().map(WarningsJson.Item::warning).toList());
    }

    @SuppressWarnings("NullAway") // javac drops the annotations of a compact constructor's types
    private DocumentFields fields() {
        return new DocumentFields(
                metadata,
                extraFields,
                externalData,
                labels.orElse(List.of()).stream().map(LabelName::new).toList(),
                statusId,
                knowledgeFeatures.orElse(List.of()),
                filename,
                documentVersion);
    }
}
