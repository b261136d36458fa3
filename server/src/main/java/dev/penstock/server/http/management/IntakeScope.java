package dev.penstock.server.http.management;

import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.Authorizer;
import dev.penstock.core.access.Permission;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.IntakeRepository;
import dev.penstock.core.problem.ProblemException;
import io.javalin.http.Context;

/// Which intake a call below `/api/intakes/{id}` is about.
record IntakeScope(IntakeRepository intakes) {

    /// The intake of the path, for a key with the permission in its organization.
    ///
    /// @throws ProblemException `not-found`, for those of unknown organizations too; `forbidden`
    Intake allowed(Context ctx, ApiKey key, Permission permission) {
        Intake intake = find(new IntakeId(ManagementCalls.id(ctx, "id")));
        Authorizer.require(key, permission, intake.organizationId());
        return intake;
    }

    /// The intake as it stands.
    ///
    /// @throws ProblemException `not-found`
    Intake find(IntakeId id) {
        return ManagementCalls.found(intakes.find(id));
    }
}
