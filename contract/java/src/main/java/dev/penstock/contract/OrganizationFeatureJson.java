package dev.penstock.contract;

import java.time.Instant;
import java.util.UUID;

/// A knowledge feature of an organization.
public record OrganizationFeatureJson(
        UUID id,
        UUID organizationId,
        String slug,
        String name,
        Instant createdOn,
        Instant updatedOn,
        long changeSequence) {}
