package dev.penstock.core.upload;

import dev.penstock.core.document.Verification;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.StoredPart;
import java.util.List;
import java.util.Optional;

/// The exact parts that the storage is asked to join, after they passed [CompletionCheck].
///
/// @param parts ascending
/// @param size their sum
/// @param verification how far they were proven
/// @param whole a checksum of the whole file for the storage to hold against its own
public record VerifiedParts(
        List<StoredPart> parts,
        ByteCount size,
        Verification verification,
        Optional<Checksum> whole) {
    public VerifiedParts {
        parts = List.copyOf(parts);
    }
}
