package dev.penstock.core.upload;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import java.util.List;
import java.util.Optional;

/// What a caller says it has sent.
///
/// @param parts the list, in any order, without repeats; empty: whatever the storage holds
/// @param size of the whole file
/// @param whole the checksum of the whole file
public record CompletionClaim(
        Optional<List<ListedPart>> parts, Optional<ByteCount> size, Optional<Checksum> whole) {
    public static final CompletionClaim NOTHING =
            new CompletionClaim(Optional.empty(), Optional.empty(), Optional.empty());

    public CompletionClaim {
        parts = parts.map(List::copyOf);
    }
}
