package dev.penstock.database;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Rows that belong to others, by whom they belong to.
final class Grouped {
    private Grouped() {}

    static <T> Map<UUID, List<T>> of(List<Map.Entry<UUID, T>> rows) {
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                HashMap::new,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
