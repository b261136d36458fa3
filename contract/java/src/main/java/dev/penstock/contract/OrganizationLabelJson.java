package dev.penstock.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A label that documents of an organization may have.
///
/// @param name upper case
/// @param label the same as `name`
/// @param color `#rrggbb`; written as `null` when there is none
public record OrganizationLabelJson(
        UUID id,
        UUID organizationId,
        String name,
        String label,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> color,
        Instant createdOn,
        Instant updatedOn,
        long changeSequence) {}
