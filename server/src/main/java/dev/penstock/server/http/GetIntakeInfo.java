package dev.penstock.server.http;

import dev.penstock.contract.IntakeInfo;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.IntakeLimits;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.core.upload.PartUrlsCheck;
import dev.penstock.server.config.UploadSettings;
import dev.penstock.server.service.UploadLimits;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/// `GET /api/intake/{orgSlug}/{intakeSlug}`: what a client may know before it starts.
final class GetIntakeInfo implements Handler {
    private final IntakeAccess access;
    private final StorageCapabilities storage;
    private final UploadSettings settings;

    GetIntakeInfo(IntakeAccess access, StorageCapabilities storage, UploadSettings settings) {
        this.access = access;
        this.storage = storage;
        this.settings = settings;
    }

    @Override
    public void handle(Context ctx) {
        Intake intake = access.intake(ctx);
        Answers.json(ctx, 200, info(intake));
    }

    private IntakeInfo info(Intake intake) {
        IntakeLimits own = intake.limits();
        return new IntakeInfo(
                intake.name(),
                intake.isActive(),
                intake.takesLargeUploads(),
                intake.takesMultipleFiles(),
                UploadLimits.DIRECT.value(),
                own.maxFileBytes().value(),
                own.allowedContentTypes(),
                own.declaredParts() == IntakeLimits.DeclaredParts.REQUIRED,
                own.callerChecksums() == IntakeLimits.CallerChecksums.REQUIRED,
                storage.enforcedBestFirst().stream().map(Enum::name).toList(),
                PartUrlsCheck.MAX_PARTS,
                settings.urlTtl().toSeconds());
    }
}
