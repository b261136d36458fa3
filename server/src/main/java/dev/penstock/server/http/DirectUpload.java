package dev.penstock.server.http;

import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.server.http.form.FormData;
import dev.penstock.server.http.form.FormLimits;
import dev.penstock.server.http.form.FormPart;
import dev.penstock.server.service.DirectRequest;
import dev.penstock.server.service.DirectUploads;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// `POST /api/intake/{orgSlug}/{intakeSlug}`: files in a form, through the service into the storage
/// as they come.
final class DirectUpload implements Handler {
    private final IntakeAccess access;
    private final DirectUploads uploads;

    DirectUpload(IntakeAccess access, DirectUploads uploads) {
        this.access = access;
        this.uploads = uploads;
    }

    @Override
    public void handle(Context ctx) {
        Intake intake = access.intakeForDirectUploads(ctx);
        var fields = new FormFields(new Query(ctx.queryString()));
        try (DirectRequest request =
                uploads.begin(
                        intake, IdempotencyHeader.key(ctx, intake, DirectUploads.FINGERPRINT))) {
            answer(ctx, receive(form(ctx, ctx.req().getInputStream()), fields, request));
        } catch (ProblemException e) {
            if (e.problem().code() != ProblemCode.DIRECT_UPLOAD_TOO_LARGE) {
                UnreadBody.discard(ctx, FormLimits.DIRECT_UPLOAD.body());
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FormData form(Context ctx, InputStream body) {
        String type = Optional.ofNullable(ctx.req().getContentType()).orElse("");
        return FormData.of(type, ctx.req().getContentLengthLong(), body, FormLimits.DIRECT_UPLOAD);
    }

    private static DirectUploads.Result receive(
            FormData form, FormFields fields, DirectRequest request) {
        boolean hasFile = false;
        for (Optional<FormPart> part = form.next(); part.isPresent(); part = form.next()) {
            switch (part.get()) {
                case FormPart.Field(String name, String text) -> fields.add(name, text);
                case FormPart.File file -> {
                    hasFile = true;
                    fields.requireValid();
                    request.take(name(file, fields), type(file), file.bytes());
                }
            }
        }
        if (!hasFile) {
            throw new ProblemException(
                    ProblemCode.INVALID_BODY,
                    "The form has no file: send one as a part with a filename.");
        }
        return request.finish(fields.path(), fields.document());
    }

    /// The last segment of the file's name, whichever way its system separates them; or where the
    /// document goes, where that is known before the file.
    private static DocumentPath name(FormPart.File file, FormFields fields) {
        String given = file.fileName().orElse("");
        String last =
                given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        if (last.isEmpty()) {
            return fields.path()
                    .orElseThrow(() ->
                            new ProblemException(
                                    ProblemCode.INVALID_PARAMETER,
                                    "A file without a filename needs the field path before it."));
        }
        return FormFields.path("filename", last);
    }

    private static String type(FormPart.File file) {
        return file.contentType().filter(t -> !t.isBlank()).orElse("application/octet-stream");
    }

    private static void answer(Context ctx, DirectUploads.Result result) {
        int status =
                switch (result) {
                    case DirectUploads.Result.Made ignored -> 201;
                    case DirectUploads.Result.Repeated ignored -> 200;
                };
        List<DocumentFamily> families = result.families();
        if (families.size() == 1) {
            Answers.json(ctx, status, FamilyJson.of(families.getFirst()));
        } else {
            Answers.json(ctx, status, families.stream().map(FamilyJson::of).toList());
        }
    }
}
