package dev.penstock.server.http;

import dev.penstock.core.intake.Intake;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;

/// `POST …/multipart-upload-complete`: verifies what arrived and makes the document.
final class MultipartUploadComplete implements Handler {
    private final IntakeAccess access;
    private final CompletionReader reader;
    private final CompletionAnswers answers;

    MultipartUploadComplete(
            IntakeAccess access, CompletionReader reader, CompletionAnswers answers) {
        this.access = access;
        this.reader = reader;
        this.answers = answers;
    }

    @Override
    public void handle(Context ctx) {
        Intake intake = access.intakeForLargeUploads(ctx);
        var parameters = new UploadParameters(new Query(ctx.queryString()));
        var call =
                reader.read(
                        ctx,
                        parameters.uploadId(),
                        parameters.key(),
                        parameters.optionalPath(),
                        Optional.empty());
        answers.answer(ctx, intake, call);
    }
}
