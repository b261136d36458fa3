package dev.penstock.contract;

import java.time.Instant;
import java.util.UUID;

/// An organization.
public record OrganizationJson(
        UUID id,
        String slug,
        String name,
        Instant createdOn,
        Instant updatedOn,
        long changeSequence) {}
