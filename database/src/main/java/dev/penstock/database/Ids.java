package dev.penstock.database;

import dev.penstock.core.intake.OrganizationId;
import java.util.Collection;
import java.util.List;

/// Ids as the database holds them, for `IN (<…>)`.
final class Ids {
    /// In no row: what an empty list of ids stands for, since `IN ()` is not SQL.
    private static final List<String> NONE = List.of("");

    private Ids() {}

    static List<String> texts(Collection<OrganizationId> ids) {
        return ids.isEmpty() ? NONE : ids.stream().map(OrganizationId::toString).toList();
    }
}
