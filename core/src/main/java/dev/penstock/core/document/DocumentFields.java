package dev.penstock.core.document;

import dev.penstock.core.vocabulary.LabelName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a caller says about its document, the same on every way in.
///
/// @param metadata of this upload, the strongest in the merge
/// @param extraFields the weakest in the merge
/// @param externalData goes into the container, under the key `default`
/// @param labels made where the organization has none of the name
/// @param statusId of a document status; one that is unknown is a warning
/// @param knowledgeFeatures ids, after those of the intake; an unknown one is a warning
/// @param filename the original file name; empty: the last segment of the path
/// @param documentVersion the caller's own version mark
public record DocumentFields(
        Map<String, @Nullable Object> metadata,
        Map<String, @Nullable Object> extraFields,
        Optional<Map<String, @Nullable Object>> externalData,
        List<LabelName> labels,
        Optional<String> statusId,
        List<String> knowledgeFeatures,
        Optional<String> filename,
        Optional<String> documentVersion) {
    public static final DocumentFields NONE =
            new DocumentFields(
                    Map.of(),
                    Map.of(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());

    public DocumentFields {
        metadata = unmodifiable(metadata);
        extraFields = unmodifiable(extraFields);
        externalData = externalData.map(DocumentFields::unmodifiable);
        labels = List.copyOf(labels);
        knowledgeFeatures = List.copyOf(knowledgeFeatures);
    }

    private static Map<String, @Nullable Object> unmodifiable(Map<String, @Nullable Object> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /// The original file name of a document at this path.
    public String fileName(DocumentPath path) {
        return filename.orElseGet(path::fileName);
    }
}
