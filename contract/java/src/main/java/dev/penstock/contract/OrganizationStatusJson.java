package dev.penstock.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A status that documents of an organization may have.
///
/// @param color `#rrggbb`; written as `null` when there is none
public record OrganizationStatusJson(
        UUID id,
        UUID organizationId,
        String slug,
        String name,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> color,
        Instant createdOn,
        Instant updatedOn,
        long changeSequence) {}
