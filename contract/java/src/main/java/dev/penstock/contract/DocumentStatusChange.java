package dev.penstock.contract;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// The body of `PUT /api/document-statuses/{id}`: the object as GET gave it. All but `name` and
/// `color` must be unchanged. A member that is left out keeps its value.
public record DocumentStatusChange(
        Optional<UUID> id,
        Optional<UUID> organizationId,
        Optional<String> slug,
        Optional<String> name,
        Optional<String> color,
        Optional<Instant> createdOn,
        Optional<Instant> updatedOn,
        OptionalLong changeSequence) {}
