package dev.penstock.core.intake;

import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import java.util.Optional;
import java.util.Set;

/// Remembers organizations. Every call is one transaction; what was saved is durable on return.
public interface OrganizationRepository {

    /// @return [Saved#SLUG_TAKEN] when the slug is another's
    Saved insert(Organization organization);

    /// Writes name and `updatedOn` where the stored change sequence equals the given one, and
    /// counts it up. The slug never changes.
    Saved update(Organization changed);

    Optional<Organization> find(OrganizationId id);

    Optional<Organization> find(Slug slug);

    /// All organizations.
    Page<Organization> list(PageRequest page);

    /// Those among the given ids.
    Page<Organization> list(Set<OrganizationId> ids, PageRequest page);

    /// @return [Deleted#IN_USE] while it has stores
    Deleted delete(OrganizationId id);
}
