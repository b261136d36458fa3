package dev.penstock.server.http;

import dev.penstock.contract.StoredPartJson;
import dev.penstock.contract.StoredParts;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.PartPage;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.upload.UploadId;
import dev.penstock.server.service.UploadStatuses;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.OptionalInt;

/// `GET …/uploads/{uploadId}/parts`: what the storage really holds, by part number.
public final class GetUploadParts implements Handler {
    private static final long MOST = 1000;

    private final IntakeAccess access;
    private final UploadStatuses uploads;

    GetUploadParts(IntakeAccess access, UploadStatuses uploads) {
        this.access = access;
        this.uploads = uploads;
    }

    @Override
    public void handle(Context ctx) {
        Intake intake = access.intake(ctx);
        answer(ctx, uploads, intake, UploadParameters.uploadId(ctx.pathParam("uploadId")));
    }

    /// The page that the query asks for.
    public static void answer(Context ctx, UploadStatuses uploads, Intake intake, UploadId id) {
        var query = new Query(ctx.queryString());
        var after =
                query.number("after", 0, PartNumber.MAX)
                        .filter(n -> n > 0)
                        .map(n -> PartNumber.of(n.intValue()));
        int limit = query.number("limit", 1, MOST).orElse(MOST).intValue();
        Answers.json(ctx, 200, json(uploads.parts(intake, id, after, limit)));
    }

    private static StoredParts json(PartPage page) {
        return new StoredParts(
                page.parts().stream().map(GetUploadParts::json).toList(),
                page.nextAfter().map(n -> OptionalInt.of(n.value())).orElse(OptionalInt.empty()));
    }

    private static StoredPartJson json(StoredPart part) {
        return new StoredPartJson(
                part.number().value(),
                part.size().value(),
                part.etag().value(),
                part.checksum().map(Checksum::base64));
    }
}
