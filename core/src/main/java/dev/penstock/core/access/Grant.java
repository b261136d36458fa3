package dev.penstock.core.access;

import dev.penstock.core.intake.OrganizationId;
import java.util.Optional;
import java.util.Set;

/// Permissions in one organization, or in all.
///
/// @param organization empty: every organization (`"*"` on the wire)
public record Grant(Optional<OrganizationId> organization, Set<Permission> permissions) {
    public Grant {
        permissions = Set.copyOf(permissions);
    }

    boolean covers(OrganizationId id) {
        return organization.isEmpty() || organization.get().equals(id);
    }

    boolean allows(Permission permission) {
        return permissions.contains(permission) || permissions.contains(Permission.ADMIN);
    }
}
