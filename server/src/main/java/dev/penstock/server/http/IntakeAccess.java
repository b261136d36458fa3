package dev.penstock.server.http;

import dev.penstock.core.access.Authorizer;
import dev.penstock.core.access.Caller;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.IntakeRepository;
import dev.penstock.core.intake.Slug;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import io.javalin.http.Context;
import java.util.Optional;

/// The way into an intake's upload routes: who calls, which intake, may they, is it on.
public final class IntakeAccess {
    private final Authentication authentication;
    private final IntakeRepository intakes;

    public IntakeAccess(Authentication authentication, IntakeRepository intakes) {
        this.authentication = authentication;
        this.intakes = intakes;
    }

    /// The intake of the URL, for a caller who may upload to it.
    ///
    /// @throws ProblemException `unauthenticated`, `token-out-of-scope`, `intake-not-found`,
    ///   `forbidden`
    public Intake intake(Context ctx) {
        Caller caller = authentication.authenticate(ctx);
        Intake intake = find(ctx).orElseThrow(() -> Authorizer.missingIntake(caller));
        Authorizer.requireUpload(caller, intake.id(), intake.organizationId());
        return intake;
    }

    /// The same for the six routes of large uploads.
    ///
    /// @throws ProblemException also `large-uploads-disabled`, `intake-inactive`
    public Intake intakeForLargeUploads(Context ctx) {
        Intake intake = intake(ctx);
        if (!intake.takesLargeUploads()) {
            throw new ProblemException(
                    ProblemCode.LARGE_UPLOADS_DISABLED,
                    "Large uploads are switched off for this intake: its owner can enable them.");
        }
        requireActive(intake);
        return intake;
    }

    /// The same for direct uploads, which need no large uploads.
    ///
    /// @throws ProblemException also `intake-inactive`
    public Intake intakeForDirectUploads(Context ctx) {
        Intake intake = intake(ctx);
        requireActive(intake);
        return intake;
    }

    private static void requireActive(Intake intake) {
        if (!intake.isActive()) {
            throw new ProblemException(
                    ProblemCode.INTAKE_INACTIVE,
                    "This intake is inactive: its owner can activate it.");
        }
    }

    private Optional<Intake> find(Context ctx) {
        String organization = ctx.pathParam("orgSlug");
        String intake = ctx.pathParam("intakeSlug");
        if (!Slug.isValid(organization) || !Slug.isValid(intake)) {
            return Optional.empty();
        }
        return intakes.find(new Slug(organization), new Slug(intake));
    }
}
