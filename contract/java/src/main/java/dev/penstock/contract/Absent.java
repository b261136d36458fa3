package dev.penstock.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A list or an object that JSON left out (or gave as `null`) is an empty one in the record.
final class Absent {

    private Absent() {}

    static <T> List<T> asEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /// Keeps the order of the members and their `null` values.
    static <V extends @Nullable Object> Map<String, V> asEmpty(@Nullable Map<String, V> map) {
        return map == null
                ? Collections.emptyMap()
                : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
