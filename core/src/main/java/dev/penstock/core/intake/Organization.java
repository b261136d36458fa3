package dev.penstock.core.intake;

import java.time.Instant;

/// A tenant: owns stores, intakes and everything below them.
///
/// @param changeSequence counts changes, from 0; the optimistic lock
public record Organization(
        OrganizationId id,
        Slug slug,
        String name,
        Instant createdOn,
        Instant updatedOn,
        long changeSequence) {}
