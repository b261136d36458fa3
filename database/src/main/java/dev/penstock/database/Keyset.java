package dev.penstock.database;

import dev.penstock.core.page.Order;

/// The ends of the statements that [Connections#page] takes.
final class Keyset {
    private Keyset() {}

    /// What holds for the rows of a page, their order and their number. `~` sorts behind every id.
    ///
    /// @param id the id as an SQL expression
    static String page(String id, Order order) {
        return switch (order) {
            case OLDEST_FIRST -> "%1$s > :after ORDER BY %1$s LIMIT :limit".formatted(id);
            case NEWEST_FIRST ->
                    "%1$s < CASE :after WHEN '' THEN '~' ELSE :after END ORDER BY %1$s DESC LIMIT :limit"
                            .formatted(id);
        };
    }

    static String direction(Order order) {
        return order == Order.NEWEST_FIRST ? " DESC" : "";
    }
}
