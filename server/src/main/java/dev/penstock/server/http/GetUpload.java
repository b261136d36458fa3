package dev.penstock.server.http;

import dev.penstock.contract.UploadStatus;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.upload.Announcement;
import dev.penstock.core.upload.Upload;
import dev.penstock.server.service.UploadProgress;
import dev.penstock.server.service.UploadStatuses;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// `GET …/uploads/{uploadId}`: where an upload stands and what the storage holds of it.
public final class GetUpload implements Handler {
    private final IntakeAccess access;
    private final UploadStatuses uploads;

    GetUpload(IntakeAccess access, UploadStatuses uploads) {
        this.access = access;
        this.uploads = uploads;
    }

    @Override
    public void handle(Context ctx) {
        Intake intake = access.intake(ctx);
        var id = UploadParameters.uploadId(ctx.pathParam("uploadId"));
        Answers.json(ctx, 200, status(uploads.progress(intake, id)));
    }

    /// An upload as the wire has it.
    public static UploadStatus status(UploadProgress progress) {
        Upload upload = progress.upload();
        Announcement a = upload.announcement();
        return new UploadStatus(
                upload.id().value(),
                a.key().value(),
                upload.path().value(),
                a.contentType(),
                a.length().map(l -> OptionalLong.of(l.value())).orElse(OptionalLong.empty()),
                a.plan().partSize().value(),
                PlanJson.partCount(a),
                PlanJson.growthEvery(a.plan()),
                a.checksumAlgorithm().map(Enum::name),
                upload.state().text(),
                progress.parts(),
                progress.bytes().value(),
                a.createdOn(),
                a.deadline(),
                family(upload),
                cause(upload).map(ProblemCode::text));
    }

    private static Optional<UUID> family(Upload upload) {
        return upload instanceof Upload.Completed completed
                ? Optional.of(completed.family().value())
                : Optional.empty();
    }

    private static Optional<ProblemCode> cause(Upload upload) {
        return switch (upload) {
            case Upload.Rejected u -> Optional.of(u.cause());
            case Upload.Failed u -> Optional.of(u.cause());
            case Upload.Receiving u -> u.refusal();
            case Upload.Completing ignored -> Optional.empty();
            case Upload.Stored ignored -> Optional.empty();
            case Upload.Completed ignored -> Optional.empty();
            case Upload.Aborted ignored -> Optional.empty();
            case Upload.Expired ignored -> Optional.empty();
        };
    }
}
