package dev.penstock.core.vocabulary;

import dev.penstock.core.intake.Deleted;
import dev.penstock.core.intake.FeatureId;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Remembers knowledge features. Every call is one transaction; what was saved is durable on
/// return.
public interface KnowledgeFeatureRepository {

    /// @return [Saved#SLUG_TAKEN] when the organization has a feature of this slug, [Saved#STALE]
    ///   when the organization is gone
    Saved insert(KnowledgeFeature feature);

    /// Writes name and `updatedOn` where the stored change sequence equals the given one, and
    /// counts it up. The slug never changes.
    Saved update(KnowledgeFeature changed);

    Optional<KnowledgeFeature> find(FeatureId id);

    /// Those of the given ids that there are, of any organization, in no order, each once.
    ///
    /// @param ids a few thousand at most
    List<KnowledgeFeature> find(Collection<FeatureId> ids);

    /// All features.
    Page<KnowledgeFeature> list(PageRequest page);

    /// Those of the given organizations.
    Page<KnowledgeFeature> list(Set<OrganizationId> organizations, PageRequest page);

    /// Deletes the feature and takes it off every intake and document.
    ///
    /// @return never [Deleted#IN_USE]
    Deleted delete(FeatureId id);
}
