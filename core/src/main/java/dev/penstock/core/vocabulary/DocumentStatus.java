package dev.penstock.core.vocabulary;

import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.Slug;
import java.time.Instant;
import java.util.Optional;

/// How far documents of an organization may have come, one each.
///
/// @param slug no two statuses of an organization have the same
/// @param color `#rrggbb`, lower case
/// @param changeSequence counts changes, from 0; the optimistic lock
public record DocumentStatus(
        StatusId id,
        OrganizationId organizationId,
        Slug slug,
        String name,
        Optional<String> color,
        Instant createdOn,
        Instant updatedOn,
        long changeSequence) {}
