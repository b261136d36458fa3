package dev.penstock.server.http;

import dev.penstock.core.intake.Intake;
import dev.penstock.server.service.Uploads;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;

/// `POST …/multipart-upload-abort`: gives an upload up, a single one too.
final class MultipartUploadAbort implements Handler {
    private final IntakeAccess access;
    private final Uploads uploads;

    MultipartUploadAbort(IntakeAccess access, Uploads uploads) {
        this.access = access;
        this.uploads = uploads;
    }

    @Override
    public void handle(Context ctx) {
        Intake intake = access.intakeForLargeUploads(ctx);
        var parameters = new UploadParameters(new Query(ctx.queryString()));
        uploads.abort(intake, parameters.uploadId(), Optional.of(parameters.key()));
        Answers.none(ctx);
    }
}
