package dev.penstock.core.access;

import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;

/// Who may do what. Pure: decides from the caller alone.
public final class Authorizer {
    private Authorizer() {}

    /// Lets a caller that holds a platform key pass, and returns the key.
    ///
    /// @throws ProblemException `token-out-of-scope` for an intake token
    public static ApiKey requireKey(Caller caller) {
        return switch (caller) {
            case Caller.WithKey(ApiKey key) -> key;
            case Caller.WithToken ignored -> throw outOfScope();
        };
    }

    /// Lets a caller upload to an intake.
    ///
    /// @throws ProblemException `token-out-of-scope` for another intake's token, `intake-not-found`
    ///   for a key that knows nothing of the organization, `forbidden` for one that lacks
    ///   `store:upload`
    public static void requireUpload(Caller caller, IntakeId intake, OrganizationId organization) {
        switch (caller) {
            case Caller.WithToken(IntakeToken token) -> {
                if (!token.intakeId().equals(intake)) {
                    throw outOfScope();
                }
            }
            case Caller.WithKey(ApiKey key) -> {
                if (!key.knows(organization)) {
                    throw intakeNotFound();
                }
                require(key, Permission.STORE_UPLOAD, organization);
            }
        }
    }

    /// What a caller is told when there is no intake under this name: a token must not learn it.
    public static ProblemException missingIntake(Caller caller) {
        return switch (caller) {
            case Caller.WithToken ignored -> outOfScope();
            case Caller.WithKey ignored -> intakeNotFound();
        };
    }

    /// @throws ProblemException `forbidden` when the key knows the organization but lacks the
    ///   permission, `not-found` when it knows nothing of it
    public static void require(ApiKey key, Permission permission, OrganizationId organization) {
        if (key.may(permission, organization)) {
            return;
        }
        if (!key.knows(organization)) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "There is nothing with this id.");
        }
        throw new ProblemException(
                ProblemCode.FORBIDDEN,
                "This key lacks the permission %s in the organization."
                        .formatted(permission.text()));
    }

    /// @throws ProblemException `forbidden` for a key that is not the platform administrators'
    public static void requirePlatformAdministrator(ApiKey key) {
        if (!key.isPlatformAdministrator()) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN, "Only a platform administrator's key may do this.");
        }
    }

    private static ProblemException outOfScope() {
        return new ProblemException(
                ProblemCode.TOKEN_OUT_OF_SCOPE,
                "An intake token may only call the upload routes of its own intake.");
    }

    private static ProblemException intakeNotFound() {
        return new ProblemException(
                ProblemCode.INTAKE_NOT_FOUND, "There is no such intake in this organization.");
    }
}
