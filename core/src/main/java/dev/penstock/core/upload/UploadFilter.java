package dev.penstock.core.upload;

import dev.penstock.core.page.Order;
import java.util.Optional;

/// Which of an intake's uploads are listed, and from which end.
///
/// @param state only those that are in this state now ([Transitions#asOf]); empty: all
public record UploadFilter(Optional<UploadState> state, Order order) {
    public static final UploadFilter ALL = new UploadFilter(Optional.empty(), Order.OLDEST_FIRST);
}
