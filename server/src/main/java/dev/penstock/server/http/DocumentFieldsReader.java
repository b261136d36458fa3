package dev.penstock.server.http;

import dev.penstock.contract.CompletionBody;
import dev.penstock.contract.ContractJson;
import dev.penstock.contract.UnreadableJson;
import dev.penstock.core.document.DocumentFields;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.vocabulary.LabelName;
import dev.penstock.kddb.ContainerValues;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks what a caller says about its document. A value that no container could hold is refused
/// here, before anything is done.
final class DocumentFieldsReader {
    private static final int LONGEST_TEXT = 1024;
    private static final int MOST_NAMES = 100;

    private DocumentFieldsReader() {}

    /// @throws ProblemException `invalid-field`
    @SuppressWarnings("NullAway") // javac drops the annotations of a compact constructor's types
    static DocumentFields read(CompletionBody body) {
        return new DocumentFields(
                writable("metadata", body.metadata()).orElse(Map.of()),
                writable("extraFields", body.extraFields()).orElse(Map.of()),
                writable("externalData", body.externalData()),
                labels(body.labels().orElse("")),
                text("statusId", body.statusId()),
                body.knowledgeFeatures().map(DocumentFieldsReader::features).orElse(List.of()),
                text("filename", body.filename()),
                text("documentVersion", body.documentVersion()));
    }

    private static Optional<Map<String, @Nullable Object>> writable(
            String field, Optional<Map<String, @Nullable Object>> values) {
        values.flatMap(ContainerValues::problem)
                .ifPresent(reason -> {
                    throw InvalidField.of(field, reason);
                });
        return values;
    }

    private static List<LabelName> labels(String text) {
        try {
            return few("labels", LabelName.list(text));
        } catch (IllegalArgumentException e) {
            throw InvalidField.of("labels", "is wrong: " + e.getMessage());
        }
    }

    private static List<String> features(Object given) {
        List<?> items = given instanceof List<?> list ? list : array(given);
        return few("knowledgeFeatures", items.stream().map(DocumentFieldsReader::id).toList());
    }

    private static List<?> array(Object given) {
        if (given instanceof String text) {
            if (text.isBlank()) {
                return List.of();
            }
            try {
                return ContractJson.readArray(text);
            } catch (UnreadableJson e) {
                throw notFeatures();
            }
        }
        throw notFeatures();
    }

    private static String id(Object item) {
        if (item instanceof Map<?, ?> map && map.get("id") instanceof String id) {
            return text("knowledgeFeatures.id", Optional.of(id))
                    .orElseThrow(DocumentFieldsReader::notFeatures);
        }
        throw notFeatures();
    }

    private static ProblemException notFeatures() {
        return InvalidField.of(
                "knowledgeFeatures", "must be a list like [{\"id\": \"…\"}], as JSON or in a text");
    }

    private static <T> List<T> few(String field, List<T> names) {
        if (names.size() > MOST_NAMES) {
            throw InvalidField.of(field, "must name at most %d".formatted(MOST_NAMES));
        }
        return names;
    }

    private static Optional<String> text(String field, Optional<String> value) {
        if (value.isEmpty() || value.get().isBlank()) {
            return Optional.empty();
        }
        if (value.get().length() > LONGEST_TEXT) {
            throw InvalidField.of(field, "must have at most %d characters".formatted(LONGEST_TEXT));
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value.get())) {
            throw InvalidField.of(field, "must be valid Unicode");
        }
        return value;
    }
}
