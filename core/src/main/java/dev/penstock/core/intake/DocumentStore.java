package dev.penstock.core.intake;

import java.time.Instant;

/// Where document families live inside an organization.
///
/// @param organizationSlug that of the owner, for [#ref]
/// @param changeSequence counts changes, from 0; the optimistic lock
public record DocumentStore(
        StoreId id,
        OrganizationId organizationId,
        Slug organizationSlug,
        Slug slug,
        String name,
        Instant createdOn,
        Instant updatedOn,
        long changeSequence) {

    /// `org/slug`, as callers name a store.
    public String ref() {
        return organizationSlug + "/" + slug;
    }
}
