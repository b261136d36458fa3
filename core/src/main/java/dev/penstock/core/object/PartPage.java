package dev.penstock.core.object;

import java.util.List;
import java.util.Optional;

/// A stretch of a part listing, in the order of part numbers.
///
/// @param nextAfter where the next page begins (exclusive); empty on the last page
public record PartPage(List<StoredPart> parts, Optional<PartNumber> nextAfter) {
    public PartPage {
        parts = List.copyOf(parts);
    }
}
