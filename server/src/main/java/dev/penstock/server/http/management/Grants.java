package dev.penstock.server.http.management;

import dev.penstock.contract.GrantJson;
import dev.penstock.core.access.Grant;
import dev.penstock.core.access.Permission;
import dev.penstock.core.intake.OrganizationId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Reads the grants of a key.
final class Grants {
    static final String EVERYWHERE = "*";

    private Grants() {}

    static List<Grant> read(Fields fields, List<GrantJson> grants) {
        if (grants.isEmpty()) {
            fields.reject("grants", "must hold at least one grant");
        }
        return grants.stream().map(g -> read(fields, g)).toList();
    }

    private static Grant read(Fields fields, GrantJson grant) {
        return new Grant(organization(fields, grant.organizationId()), permissions(fields, grant));
    }

    private static Optional<OrganizationId> organization(Fields fields, String text) {
        if (text.equals(EVERYWHERE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OrganizationId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            fields.reject("grants.organizationId", "must be an organization's id, or \"*\"");
            return Optional.empty();
        }
    }

    private static Set<Permission> permissions(Fields fields, GrantJson grant) {
        var permissions = EnumSet.noneOf(Permission.class);
        for (String text : grant.permissions()) {
            Permission.of(text).ifPresentOrElse(permissions::add, () -> unknown(fields));
        }
        if (grant.permissions().isEmpty()) {
            fields.reject("grants.permissions", "must hold at least one permission");
        }
        return permissions;
    }

    private static void unknown(Fields fields) {
        fields.reject(
                "grants.permissions",
                "must be among "
                        + String.join(
                                ", ",
                                Arrays.stream(Permission.values()).map(Permission::text).toList()));
    }
}
