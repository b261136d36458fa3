package dev.penstock.core.metadata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The merge of a document's metadata, lowest to highest: extra fields < the intake's < those
/// inside an uploaded container < the caller's. Top-level keys replace each other whole; `null` is
/// a value.
public final class MetadataMerge {
    /// Completion fields that never remain as metadata keys.
    public static final Set<String> NOT_METADATA =
            Set.of("documentVersion", "externalData", "labels", "statusId", "knowledgeFeatures");

    private MetadataMerge() {}

    /// @param lowestToHighest the maps, the first the weakest
    /// @return a new map: keys in the order in which they first appear, without [#NOT_METADATA]
    public static Map<String, @Nullable Object> merge(
            List<Map<String, @Nullable Object>> lowestToHighest) {
        var merged = new LinkedHashMap<String, @Nullable Object>();
        lowestToHighest.forEach(merged::putAll);
        merged.keySet().removeAll(NOT_METADATA);
        return Collections.unmodifiableMap(merged);
    }
}
