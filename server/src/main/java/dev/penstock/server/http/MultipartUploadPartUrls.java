package dev.penstock.server.http;

import dev.penstock.contract.ContractJson;
import dev.penstock.contract.JsonBody;
import dev.penstock.contract.PartUrl;
import dev.penstock.contract.PartUrlRequest;
import dev.penstock.contract.PartUrls;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.object.PresignedPut;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.RequestedPart;
import dev.penstock.server.service.Uploads;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;

/// `POST …/multipart-upload-part-urls`: signs the URLs of up to 500 parts; also renews the URL of a
/// single upload.
final class MultipartUploadPartUrls implements Handler {
    private final IntakeAccess access;
    private final Uploads uploads;

    MultipartUploadPartUrls(IntakeAccess access, Uploads uploads) {
        this.access = access;
        this.uploads = uploads;
    }

    @Override
    public void handle(Context ctx) {
        Intake intake = access.intakeForLargeUploads(ctx);
        var parameters = new UploadParameters(new Query(ctx.queryString()));
        JsonBody<List<PartUrlRequest>> body =
                Bodies.parse(Bodies.read(ctx, Bodies.ORDINARY), ContractJson::readPartUrlRequests);
        requireOnlyKnown(body);
        List<RequestedPart> parts =
                body.value().stream().map(MultipartUploadPartUrls::requested).toList();
        List<PresignedPut> urls =
                uploads.partUrls(
                        intake, parameters.uploadId(), Optional.of(parameters.key()), parts);
        Answers.json(
                ctx, 200, new PartUrls(urls.stream().map(MultipartUploadPartUrls::json).toList()));
    }

    /// A misspelt `size` or `checksum` would give a URL that promises less than was asked for.
    private static void requireOnlyKnown(JsonBody<List<PartUrlRequest>> body) {
        if (!body.unknownFields().isEmpty()) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_FIELD,
                    "An item has partNumber, size and checksum, and nothing else: %s."
                            .formatted(body.unknownFields().getFirst()));
        }
    }

    private static RequestedPart requested(PartUrlRequest part) {
        Optional<Long> size =
                part.size().isPresent() ? Optional.of(part.size().getAsLong()) : Optional.empty();
        return new RequestedPart(part.partNumber(), size, part.checksum());
    }

    private static PartUrl json(PresignedPut put) {
        return new PartUrl(put.number().value(), put.url(), put.expiresAt(), put.requiredHeaders());
    }
}
