package dev.penstock.core.upload;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import java.util.List;
import java.util.Optional;

/// Claims to test with.
final class Claims {
    private Claims() {}

    static CompletionClaim list(ListedPart... parts) {
        return new CompletionClaim(Optional.of(List.of(parts)), Optional.empty(), Optional.empty());
    }

    static CompletionClaim size(ByteCount size) {
        return new CompletionClaim(Optional.empty(), Optional.of(size), Optional.empty());
    }

    static CompletionClaim whole(Checksum checksum) {
        return new CompletionClaim(Optional.empty(), Optional.empty(), Optional.of(checksum));
    }
}
