package dev.penstock.core.intake;

import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import java.util.Optional;
import java.util.Set;

/// Remembers intakes. Every call is one transaction; what was saved is durable on return.
public interface IntakeRepository {

    /// @return [Saved#SLUG_TAKEN] when the organization has an intake of this slug, [Saved#STALE]
    ///   when the store or a knowledge feature is gone or another organization's
    Saved insert(Intake intake);

    /// Writes everything but ids, slug and `createdOn` where the stored change sequence equals the
    /// given one, and counts it up. The store may be another of the same organization.
    ///
    /// @return [Saved#STALE] also when the store or a knowledge feature is gone or another
    ///   organization's
    Saved update(Intake changed);

    Optional<Intake> find(IntakeId id);

    Optional<Intake> find(Slug organization, Slug intake);

    /// All intakes.
    Page<Intake> list(PageRequest page);

    /// Those of the given organizations.
    Page<Intake> list(Set<OrganizationId> organizations, PageRequest page);

    /// Deletes the intake and its tokens in one transaction; its uploads and documents stay.
    ///
    /// @return never [Deleted#IN_USE]
    Deleted delete(IntakeId id);
}
