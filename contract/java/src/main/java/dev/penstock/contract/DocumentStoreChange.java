package dev.penstock.contract;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// The body of `PUT /api/document-stores/{id}`: the object as GET gave it. All but `name` must be
/// unchanged.
public record DocumentStoreChange(
        Optional<UUID> id,
        Optional<UUID> organizationId,
        Optional<String> slug,
        Optional<String> name,
        Optional<String> ref,
        Optional<Instant> createdOn,
        Optional<Instant> updatedOn,
        OptionalLong changeSequence) {}
