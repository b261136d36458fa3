package dev.penstock.contract;

import java.util.List;
import java.util.Optional;

/// One page of a list.
///
/// @param nextCursor what to send as `cursor` for the next page; absent on the last
public record Page<T>(List<T> content, Optional<String> nextCursor) {

    public Page {
        content = Absent.asEmpty(content);
    }
}
