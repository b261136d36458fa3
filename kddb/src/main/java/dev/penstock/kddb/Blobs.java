package dev.penstock.kddb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The MessagePack values that a container has in its rows.
final class Blobs {
    /// Of the format, not of the document.
    static final String FORMAT_VERSION = "6.0.0";

    /// `metadata.metadata` of a fresh container.
    static byte[] metadata(Container container) {
        return metadata(container, Optional.of(FORMAT_VERSION), List.of());
    }

    /// `metadata.metadata` of a copy.
    ///
    /// @param version that the library migrates from when it opens the copy; `null` leaves the key
    ///   out
    /// @param mixins of the nodes that the copy keeps
    static byte[] metadata(Container container, Optional<String> version, List<String> mixins) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        version.ifPresent(text -> map.put("version", text));
        map.put("metadata", container.metadata());
        map.put("source", container.source().toMap());
        map.put("mixins", mixins);
        map.put("labels", container.labels());
        map.put("uuid", container.uuid().toString());
        return ValuePacker.pack(map);
    }

    /// `ed.obj` of the key `default`.
    static byte[] externalData(Container container) {
        return ValuePacker.pack(container.externalData());
    }

    /// `document_knowledge_features.obj`.
    static byte[] knowledgeFeatures(Container container) {
        return ValuePacker.pack(
                container.knowledgeFeatures().stream().map(Blobs::feature).toList());
    }

    private static Map<String, Object> feature(String id) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("knowledgeFeatureRef", id);
        map.put("properties", Map.of());
        return map;
    }

    private Blobs() {}
}
