package dev.penstock.core.vocabulary;

import dev.penstock.core.intake.OrganizationId;
import java.time.Instant;
import java.util.Optional;

/// A mark that documents of an organization may have, many each.
///
/// @param name as [LabelName] spells it; no two labels of an organization have the same
/// @param color `#rrggbb`, lower case
/// @param changeSequence counts changes, from 0; the optimistic lock
public record Label(
        LabelId id,
        OrganizationId organizationId,
        String name,
        Optional<String> color,
        Instant createdOn,
        Instant updatedOn,
        long changeSequence) {}
