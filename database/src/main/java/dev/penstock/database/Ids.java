package dev.penstock.database;

import java.util.Collection;
import java.util.List;

/// Ids as the database holds them, for `IN (<…>)`.
final class Ids {
    /// In no row: what an empty list of ids stands for, since `IN ()` is not SQL.
    private static final List<String> NONE = List.of("");

    private Ids() {}

    /// @param ids of which the text is the UUID
    static List<String> texts(Collection<?> ids) {
        return ids.isEmpty() ? NONE : ids.stream().map(Object::toString).toList();
    }
}
