package dev.penstock.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// The body of `PUT /api/api-keys/{id}`: the object as GET gave it. A member that is left out keeps
/// its value.
public record ApiKeyChange(
        Optional<UUID> id,
        Optional<String> name,
        Optional<List<GrantJson>> grants,
        Optional<Instant> expiresAt,
        Optional<Instant> createdOn,
        Optional<Instant> updatedOn,
        OptionalLong changeSequence) {}
