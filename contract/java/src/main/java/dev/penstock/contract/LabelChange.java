package dev.penstock.contract;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// The body of `PUT /api/labels/{id}`: the object as GET gave it. All but `name` and `color` must
/// be unchanged. A member that is left out keeps its value.
public record LabelChange(
        Optional<UUID> id,
        Optional<UUID> organizationId,
        Optional<String> name,
        Optional<String> label,
        Optional<String> color,
        Optional<Instant> createdOn,
        Optional<Instant> updatedOn,
        OptionalLong changeSequence) {}
