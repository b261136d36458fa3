package dev.penstock.core.page;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// One stretch of a list.
///
/// @param content the items, in the order of the list
/// @param next what to ask for [PageRequest#after] to go on; empty on the last page
public record Page<T>(List<T> content, Optional<UUID> next) {
    public Page {
        content = List.copyOf(content);
    }

    /// Cuts a page from items of which one more than the limit was read, so that the last page is
    /// known without counting.
    public static <T> Page<T> of(
            List<T> limitPlusOne, PageRequest request, Function<T, UUID> idOf) {
        if (limitPlusOne.size() <= request.limit()) {
            return new Page<>(limitPlusOne, Optional.empty());
        }
        List<T> content = limitPlusOne.subList(0, request.limit());
        return new Page<>(content, Optional.of(idOf.apply(content.getLast())));
    }
}
