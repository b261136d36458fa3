package dev.penstock.kddb;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The metadata blob of a foreign container.
///
/// @param values its map
record ForeignMetadata(Map<String, @Nullable Object> values) {
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}");

    /// @throws UnreadableContainerException where the library would not open it either
    static ForeignMetadata of(byte[] blob) {
        ForeignMetadata metadata =
                new ForeignMetadata(ForeignMetadata.map(unpack(blob), "its metadata blob"));
        metadata.source();
        return metadata;
    }

    /// What is merged; empty where it is null.
    Map<String, @Nullable Object> metadata() {
        if (!values.containsKey("metadata")) {
            throw new UnreadableContainerException("it has no metadata");
        }
        Object value = values.get("metadata");
        return value == null ? Map.of() : bounded(map(value, "its metadata"));
    }

    /// What the library migrates the file from: as it was where it is a version, absent where it
    /// was (the library takes such a file for an old one), else ours.
    Optional<String> version() {
        return switch (values.get("version")) {
            case null -> Optional.empty();
            case String text when text.isEmpty() -> Optional.empty();
            case String text when VERSION.matcher(text).matches() -> Optional.of(text);
            default -> Optional.of(Blobs.FORMAT_VERSION);
        };
    }

    /// Those of the nodes, which a copy keeps.
    List<String> mixins() {
        return texts("mixins");
    }

    List<String> labels() {
        return texts("labels");
    }

    private List<String> texts(String key) {
        return values.get(key) instanceof Collection<?> all
                ? all.stream().filter(String.class::isInstance).map(String.class::cast).toList()
                : List.of();
    }

    /// Empty where it is null.
    ///
    /// @throws UnreadableContainerException when it is no map
    Map<String, @Nullable Object> source() {
        Object source = values.get("source");
        return source == null ? Map.of() : map(source, "its source");
    }

    /// A map of external data.
    static Map<String, @Nullable Object> externalData(byte[] blob) {
        return bounded(map(unpack(blob), "its external data"));
    }

    private static @Nullable Object unpack(byte[] blob) {
        return ValueUnpacker.unpack(blob, ContainerLimits.BLOB_VALUES, ContainerLimits.BLOB_LEVELS);
    }

    private static Map<String, @Nullable Object> bounded(Map<String, @Nullable Object> value) {
        ContainerValues.problem(value)
                .ifPresent(problem -> {
                    throw new UnreadableContainerException(
                            "its values are more or deeper than a container of ours has");
                });
        return value;
    }

    @SuppressWarnings("unchecked") // the unpacker makes no map with other keys
    private static Map<String, @Nullable Object> map(@Nullable Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new UnreadableContainerException(what + " is no map");
    }
}
