package dev.penstock.contract;

import java.util.List;
import java.util.OptionalInt;

/// The answer of `GET …/uploads/{uploadId}/parts`: what the storage really holds, by ascending part
/// number.
///
/// @param nextAfter what to send as `after` for the next page; absent on the last
public record StoredParts(List<StoredPartJson> content, OptionalInt nextAfter) {

    public StoredParts {
        content = Absent.asEmpty(content);
    }
}
