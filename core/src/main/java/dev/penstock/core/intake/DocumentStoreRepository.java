package dev.penstock.core.intake;

import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import java.util.Optional;
import java.util.Set;

/// Remembers document stores. Every call is one transaction; what was saved is durable on return.
public interface DocumentStoreRepository {

    /// @return [Saved#SLUG_TAKEN] when the organization has a store of this slug, [Saved#STALE]
    ///   when the organization is gone
    Saved insert(DocumentStore store);

    /// Writes name and `updatedOn` where the stored change sequence equals the given one, and
    /// counts it up.
    Saved update(DocumentStore changed);

    Optional<DocumentStore> find(StoreId id);

    Optional<DocumentStore> find(Slug organization, Slug store);

    /// All stores.
    Page<DocumentStore> list(PageRequest page);

    /// Those of the given organizations.
    Page<DocumentStore> list(Set<OrganizationId> organizations, PageRequest page);

    /// @return [Deleted#IN_USE] while it has intakes or documents
    Deleted delete(StoreId id);
}
