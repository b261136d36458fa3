package dev.penstock.core.access;

import dev.penstock.core.intake.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /// The organizations in which it may do this.
    ///
    /// @return empty: everywhere
    public Optional<Set<OrganizationId>> reach(Permission permission) {
        if (mayEverywhere(permission)) {
            return Optional.empty();
        }
        return Optional.of(
                grants.stream()
                        .filter(g -> g.allows(permission))
                        .flatMap(g -> g.organization().stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /// The organizations that any grant reaches into.
    ///
    /// @return empty: all
    public Optional<Set<OrganizationId>> known() {
        if (grants.stream().anyMatch(g -> g.organization().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                grants.stream()
                        .flatMap(g -> g.organization().stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /// A key of the platform's administrators.
    public boolean isPlatformAdministrator() {
        return mayEverywhere(Permission.ADMIN);
    }
}
