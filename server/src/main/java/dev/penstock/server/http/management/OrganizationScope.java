package dev.penstock.server.http.management;

import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.Authorizer;
import dev.penstock.core.access.Permission;
import dev.penstock.core.intake.Organization;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.OrganizationRepository;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.server.http.Query;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Which organizations a call is about that makes or lists what belongs to one.
record OrganizationScope(OrganizationRepository organizations) {
    private static final String FIELD = "organizationId";

    /// The organization that a body names as the owner of something new. One that does not exist
    /// and another's are the same to a caller.
    ///
    /// @throws ProblemException `invalid-field`; `forbidden` without `store:update`
    Organization owner(ApiKey key, UUID organizationId) {
        var id = new OrganizationId(organizationId);
        if (!key.knows(id)) {
            throw unknown();
        }
        Authorizer.require(key, Permission.STORE_UPDATE, id);
        return organizations.find(id).orElseThrow(OrganizationScope::unknown);
    }

    private static ProblemException unknown() {
        return Fields.invalid(FIELD, "names no organization");
    }

    /// The organizations whose objects a list shows: those in which the key has the permission, or
    /// of these the one that the query names.
    ///
    /// @return empty: all
    static Optional<Set<OrganizationId>> listed(ApiKey key, Permission permission, Query query) {
        Optional<Set<OrganizationId>> reach = key.reach(permission);
        Optional<OrganizationId> wanted = ManagementCalls.id(query, FIELD).map(OrganizationId::new);
        return wanted.map(id ->
                        reach.filter(r -> !r.contains(id)).isPresent()
                                ? Set.<OrganizationId>of()
                                : Set.of(id))
                .or(() -> reach);
    }
}
