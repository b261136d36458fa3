package dev.penstock.server.http;

import dev.penstock.core.intake.Intake;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/// `POST …/presigned-upload-complete`: the same for a single upload; its id may be left out, since
/// the key holds it.
final class PresignedUploadComplete implements Handler {
    private final IntakeAccess access;
    private final CompletionReader reader;
    private final CompletionAnswers answers;

    PresignedUploadComplete(
            IntakeAccess access, CompletionReader reader, CompletionAnswers answers) {
        this.access = access;
        this.reader = reader;
        this.answers = answers;
    }

    @Override
    public void handle(Context ctx) {
        Intake intake = access.intakeForLargeUploads(ctx);
        var query = new Query(ctx.queryString());
        var parameters = new UploadParameters(query);
        String key = parameters.key();
        var call =
                reader.read(
                        ctx,
                        parameters
                                .optionalUploadId()
                                .orElseGet(() -> UploadParameters.uploadIdInKey(key)),
                        key,
                        parameters.optionalPath(),
                        query.find("etag"));
        answers.answer(ctx, intake, call);
    }
}
