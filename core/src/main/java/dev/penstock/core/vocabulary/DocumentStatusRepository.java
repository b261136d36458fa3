package dev.penstock.core.vocabulary;

import dev.penstock.core.intake.Deleted;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import java.util.Optional;
import java.util.Set;

/// Remembers document statuses. Every call is one transaction; what was saved is durable on return.
public interface DocumentStatusRepository {

    /// @return [Saved#SLUG_TAKEN] when the organization has a status of this slug, [Saved#STALE]
    ///   when the organization is gone
    Saved insert(DocumentStatus status);

    /// Writes name, color and `updatedOn` where the stored change sequence equals the given one,
    /// and counts it up. The slug never changes.
    Saved update(DocumentStatus changed);

    /// The status of any organization: whether it is the caller's is for the caller to see.
    Optional<DocumentStatus> find(StatusId id);

    /// All statuses.
    Page<DocumentStatus> list(PageRequest page);

    /// Those of the given organizations.
    Page<DocumentStatus> list(Set<OrganizationId> organizations, PageRequest page);

    /// @return [Deleted#IN_USE] while it has documents
    Deleted delete(StatusId id);
}
