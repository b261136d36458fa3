package dev.penstock.contract;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// The body of `PUT /api/organizations/{id}`: the object as GET gave it. All but `name` must be
/// unchanged.
public record OrganizationChange(
        Optional<UUID> id,
        Optional<String> slug,
        Optional<String> name,
        Optional<Instant> createdOn,
        Optional<Instant> updatedOn,
        OptionalLong changeSequence) {}
