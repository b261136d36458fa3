package dev.penstock.core.vocabulary;

import dev.penstock.core.intake.Deleted;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import java.util.Optional;
import java.util.Set;

/// Remembers labels. Every call is one transaction; what was saved is durable on return.
public interface LabelRepository {

    /// @return [Saved#SLUG_TAKEN] when the organization has a label of this name, [Saved#STALE]
    ///   when the organization is gone
    Saved insert(Label label);

    /// Writes name, color and `updatedOn` where the stored change sequence equals the given one,
    /// and counts it up.
    ///
    /// @return [Saved#SLUG_TAKEN] when another label of the organization has this name
    Saved update(Label changed);

    Optional<Label> find(LabelId id);

    /// All labels.
    Page<Label> list(PageRequest page);

    /// Those of the given organizations.
    Page<Label> list(Set<OrganizationId> organizations, PageRequest page);

    /// Deletes the label and takes it off every document.
    ///
    /// @return never [Deleted#IN_USE]
    Deleted delete(LabelId id);
}
