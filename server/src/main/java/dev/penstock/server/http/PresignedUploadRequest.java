package dev.penstock.server.http;

import dev.penstock.contract.PresignedUploadResponse;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.object.PresignedPut;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadKind;
import dev.penstock.server.service.UploadRequest;
import dev.penstock.server.service.UploadRequests;
import dev.penstock.server.service.Uploads;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/// `POST …/presigned-upload-request`: one URL for a file of up to 5 GiB. The URL is that of part 1
/// of a multipart upload, so nothing shows in the bucket before completion.
final class PresignedUploadRequest implements Handler {
    private final IntakeAccess access;
    private final UploadRequests requests;
    private final Uploads uploads;

    PresignedUploadRequest(IntakeAccess access, UploadRequests requests, Uploads uploads) {
        this.access = access;
        this.requests = requests;
        this.uploads = uploads;
    }

    @Override
    public void handle(Context ctx) {
        Intake intake = access.intakeForLargeUploads(ctx);
        UploadRequest request =
                new UploadParameters(new Query(ctx.queryString())).request(UploadKind.SINGLE);
        if (request.length().isEmpty()) {
            throw Query.missing("contentLength");
        }
        Upload upload =
                requests.begin(
                        intake, request, IdempotencyHeader.key(ctx, intake, request.fingerprint()));
        PresignedPut put = uploads.singleUrl(intake, upload);
        Answers.json(
                ctx,
                200,
                new PresignedUploadResponse(
                        put.url(),
                        upload.announcement().key().value(),
                        upload.id().value(),
                        put.expiresAt(),
                        put.requiredHeaders(),
                        upload.announcement().deadline()));
    }
}
