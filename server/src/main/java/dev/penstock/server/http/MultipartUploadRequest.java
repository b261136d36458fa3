package dev.penstock.server.http;

import dev.penstock.contract.MultipartUploadResponse;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.upload.Announcement;
import dev.penstock.core.upload.PartUrlsCheck;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadKind;
import dev.penstock.server.config.UploadSettings;
import dev.penstock.server.service.UploadRequest;
import dev.penstock.server.service.UploadRequests;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/// `POST …/multipart-upload-request`: begins an upload in parts and proposes how to cut the file.
final class MultipartUploadRequest implements Handler {
    private final IntakeAccess access;
    private final UploadRequests requests;
    private final UploadSettings settings;

    MultipartUploadRequest(IntakeAccess access, UploadRequests requests, UploadSettings settings) {
        this.access = access;
        this.requests = requests;
        this.settings = settings;
    }

    @Override
    public void handle(Context ctx) {
        Intake intake = access.intakeForLargeUploads(ctx);
        UploadRequest request =
                new UploadParameters(new Query(ctx.queryString())).request(UploadKind.MULTIPART);
        Upload upload =
                requests.begin(
                        intake, request, IdempotencyHeader.key(ctx, intake, request.fingerprint()));
        Answers.json(ctx, 200, answer(upload.announcement()));
    }

    private MultipartUploadResponse answer(Announcement a) {
        return new MultipartUploadResponse(
                a.id().value(),
                a.key().value(),
                a.plan().partSize().value(),
                PlanJson.partCount(a),
                PlanJson.growthEvery(a.plan()),
                PartUrlsCheck.MAX_PARTS,
                settings.urlTtl().toSeconds(),
                a.checksumAlgorithm().map(Enum::name),
                a.deadline());
    }
}
