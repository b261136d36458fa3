package dev.penstock.kddb;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a container holds. Every value can be written: what cannot is refused here, never altered
/// (ask [ContainerValues] first where a caller shall hear of it).
///
/// @param uuid of the content object that the container becomes
/// @param metadata as merged; may be empty, keeps its order and its nulls
/// @param labels in their order, without repeats
/// @param externalData stored under the key `default`; may be empty
/// @param knowledgeFeatures ids of features, in their order, without repeats
/// @param source where the document came from, and where its bytes are
public record Container(
        UUID uuid,
        Map<String, @Nullable Object> metadata,
        List<String> labels,
        Map<String, @Nullable Object> externalData,
        List<String> knowledgeFeatures,
        ContainerSource source) {

    /// @throws IllegalArgumentException naming the value that no container can hold
    public Container(
            UUID uuid,
            Map<String, @Nullable Object> metadata,
            List<String> labels,
            Map<String, @Nullable Object> externalData,
            List<String> knowledgeFeatures,
            ContainerSource source) {
        require("metadata", metadata);
        require("externalData", externalData);
        require("source", source.toMap());
        require("labels", Map.of("labels", labels, "knowledgeFeatures", knowledgeFeatures));
        this.uuid = uuid;
        this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        this.labels = List.copyOf(labels);
        this.externalData = Collections.unmodifiableMap(new LinkedHashMap<>(externalData));
        this.knowledgeFeatures = List.copyOf(knowledgeFeatures);
        this.source = source;
    }

    private static void require(String what, Map<String, ? extends @Nullable Object> value) {
        ContainerValues.problem(value)
                .ifPresent(problem -> {
                    throw new IllegalArgumentException(what + ": " + problem);
                });
    }
}
