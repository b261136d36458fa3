package dev.penstock.database;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Metadata of an intake or a document.
record MetadataJson(int v, Map<String, @Nullable Object> metadata) implements Json.Versioned {

    static String write(Map<String, @Nullable Object> metadata) {
        return Json.write(new MetadataJson(1, metadata));
    }

    static Map<String, Object> read(String text) {
        return forRecord(Json.read(text, MetadataJson.class).metadata());
    }

    /// The map as the constructor of a record of core takes it: javac writes the type annotations
    /// of a compact constructor into the class file as those of a field, so that `@Nullable` values
    /// look forbidden from here.
    @SuppressWarnings("NullAway")
    static Map<String, Object> forRecord(Map<String, @Nullable Object> values) {
        return values;
    }
}
