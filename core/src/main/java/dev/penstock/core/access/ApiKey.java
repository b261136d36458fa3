package dev.penstock.core.access;

import dev.penstock.core.intake.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A platform API key (`pak_…`) without its secret.
///
/// @param changeSequence counts changes, from 0; the optimistic lock
public record ApiKey(
        ApiKeyId id,
        String name,
        SecretHash hash,
        List<Grant> grants,
        Optional<Instant> expiresAt,
        Instant createdOn,
        Instant updatedOn,
        long changeSequence) {
    public static final String PREFIX = "pak_";

    public ApiKey {
        grants = List.copyOf(grants);
    }

    public boolean isExpired(Instant now) {
        return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
    }

    /// Whether any grant reaches into the organization.
    public boolean knows(OrganizationId organization) {
        return grants.stream().anyMatch(g -> g.covers(organization));
    }

    public boolean may(Permission permission, OrganizationId organization) {
        return grants.stream().anyMatch(g -> g.covers(organization) && g.allows(permission));
    }

    /// Whether it may do this everywhere, in organizations yet to come too.
    public boolean mayEverywhere(Permission permission) {
        return grants.stream().anyMatch(g -> g.organization().isEmpty() && g.allows(permission));
    }

    /// A key of the platform's administrators.
    public boolean isPlatformAdministrator() {
        return mayEverywhere(Permission.ADMIN);
    }
}
