package dev.penstock.contract;

import java.time.Instant;
import java.util.UUID;

/// A document store.
///
/// @param ref `org/slug`
public record DocumentStoreJson(
        UUID id,
        UUID organizationId,
        String slug,
        String name,
        String ref,
        Instant createdOn,
        Instant updatedOn,
        long changeSequence) {}
