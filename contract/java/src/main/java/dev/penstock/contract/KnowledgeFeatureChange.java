package dev.penstock.contract;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// The body of `PUT /api/knowledge-features/{id}`: the object as GET gave it. All but `name` must
/// be unchanged.
public record KnowledgeFeatureChange(
        Optional<UUID> id,
        Optional<UUID> organizationId,
        Optional<String> slug,
        Optional<String> name,
        Optional<Instant> createdOn,
        Optional<Instant> updatedOn,
        OptionalLong changeSequence) {}
