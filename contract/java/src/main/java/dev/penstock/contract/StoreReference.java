package dev.penstock.contract;

import java.util.Optional;
import java.util.UUID;

/// The document store that an intake points at, named by its `id` or by its `ref`.
///
/// @param slug only in the answers
/// @param ref `org/slug`
public record StoreReference(Optional<UUID> id, Optional<String> slug, Optional<String> ref) {

    public static StoreReference ofId(UUID id) {
        return new StoreReference(Optional.of(id), Optional.empty(), Optional.empty());
    }

    public static StoreReference ofRef(String ref) {
        return new StoreReference(Optional.empty(), Optional.empty(), Optional.of(ref));
    }
}
