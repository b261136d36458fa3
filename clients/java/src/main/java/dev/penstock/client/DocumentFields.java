package dev.penstock.client;

import dev.penstock.contract.CompletionBody;
import dev.penstock.contract.CompletionBodyBuilder;
import dev.penstock.contract.ContractJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the document will have beside its bytes.
///
/// @param metadata of this upload; outranks the intake's
/// @param extraFields metadata that the intake's outranks
/// @param externalData goes into the document's container
/// @param labels by name; new ones are created
/// @param statusId id of the document status
/// @param knowledgeFeatures ids, beside the intake's own
/// @param documentVersion recorded on the content
/// @param filename the original file name; empty: the last segment of the path
public record DocumentFields(
        Map<String, @Nullable Object> metadata,
        Map<String, @Nullable Object> extraFields,
        Map<String, @Nullable Object> externalData,
        List<String> labels,
        Optional<String> statusId,
        List<String> knowledgeFeatures,
        Optional<String> documentVersion,
        Optional<String> filename) {

    public DocumentFields {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        extraFields = Collections.unmodifiableMap(new LinkedHashMap<>(extraFields));
        externalData = Collections.unmodifiableMap(new LinkedHashMap<>(externalData));
        labels = List.copyOf(labels);
        knowledgeFeatures = List.copyOf(knowledgeFeatures);
    }

    public static DocumentFields none() {
        return new DocumentFields(
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /// With this metadata alone.
    public static DocumentFields ofMetadata(Map<String, @Nullable Object> metadata) {
        var none = none();
        return new DocumentFields(
                metadata,
                none.extraFields,
                none.externalData,
                none.labels,
                none.statusId,
                none.knowledgeFeatures,
                none.documentVersion,
                none.filename);
    }

    void addTo(CompletionBodyBuilder body) {
        if (!metadata.isEmpty()) {
            body.metadata(metadata);
        }
        if (!extraFields.isEmpty()) {
            body.extraFields(extraFields);
        }
        if (!externalData.isEmpty()) {
            body.externalData(externalData);
        }
        if (!labels.isEmpty()) {
            body.labels(String.join(",", labels));
        }
        statusId.ifPresent(body::statusId);
        if (!knowledgeFeatures.isEmpty()) {
            body.knowledgeFeatures(knowledgeFeatures);
        }
        documentVersion.ifPresent(body::documentVersion);
        filename.ifPresent(body::filename);
    }

    /// The same for a form, objects and lists as JSON text.
    Map<String, String> form() {
        var builder = new CompletionBodyBuilder();
        addTo(builder);
        CompletionBody body = builder.build();
        var form = new LinkedHashMap<String, String>();
        body.metadata().ifPresent(v -> form.put("metadata", ContractJson.writeText(v)));
        body.extraFields().ifPresent(v -> form.put("extraFields", ContractJson.writeText(v)));
        body.externalData().ifPresent(v -> form.put("externalData", ContractJson.writeText(v)));
        body.labels().ifPresent(v -> form.put("labels", v));
        body.statusId().ifPresent(v -> form.put("statusId", v));
        body.knowledgeFeatures()
                .ifPresent(v -> form.put("knowledgeFeatures", ContractJson.writeText(v)));
        body.documentVersion().ifPresent(v -> form.put("documentVersion", v));
        body.filename().ifPresent(v -> form.put("filename", v));
        return form;
    }
}
