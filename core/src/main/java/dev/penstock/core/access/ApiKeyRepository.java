package dev.penstock.core.access;

import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import java.util.Optional;
import java.util.Set;

/// Remembers platform API keys by their hash. Every call is one transaction.
public interface ApiKeyRepository {

    /// @return [Saved#STALE] when an organization of a grant is gone
    Saved insert(ApiKey key);

    /// Writes name, grants, expiry and `updatedOn` where the stored change sequence equals the
    /// given one, and counts it up.
    Saved update(ApiKey changed);

    Optional<ApiKey> find(ApiKeyId id);

    Optional<ApiKey> find(SecretHash hash);

    /// All keys.
    Page<ApiKey> list(PageRequest page);

    /// Those whose every grant is for one of these organizations.
    Page<ApiKey> list(Set<OrganizationId> organizations, PageRequest page);

    /// Whether there is any key at all.
    boolean isEmpty();

    /// @return whether there was such a key
    boolean delete(ApiKeyId id);
}
