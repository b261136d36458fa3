package dev.penstock.server.http;

import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.PartPlan;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadKind;
import dev.penstock.server.service.UploadRequest;
import dev.penstock.server.service.UuidText;
import java.util.Optional;
import java.util.regex.Pattern;

/// The query parameters of the upload routes as values.
final class UploadParameters {
    private static final int LONGEST_TYPE = 255;

    /// `type/subtype` and parameters (RFC 9110, section 8.3.1).
    private static final Pattern MEDIA_TYPE =
            Pattern.compile(
                    "[\\w!#$%&'*+.^`|~-]+/[\\w!#$%&'*+.^`|~-]+([ \\t]*;[ \\t\\x21-\\x7e]*)?");

    private final Query query;

    UploadParameters(Query query) {
        this.query = query;
    }

    DocumentPath path() {
        return optionalPath().orElseThrow(() -> Query.missing("path"));
    }

    Optional<DocumentPath> optionalPath() {
        return query.find("path").map(UploadParameters::path);
    }

    private static DocumentPath path(String text) {
        try {
            return new DocumentPath(text);
        } catch (IllegalArgumentException e) {
            throw Query.invalid("path", "is not usable: " + e.getMessage());
        }
    }

    String contentType() {
        String type = query.require("contentType");
        if (type.length() > LONGEST_TYPE || !MEDIA_TYPE.matcher(type).matches()) {
            throw Query.invalid("contentType", "is a media type such as application/pdf");
        }
        return type;
    }

    /// Any non-negative number: whether it is allowed, and what to do if not, is said later.
    Optional<ByteCount> contentLength() {
        return query.number("contentLength", 0, Long.MAX_VALUE).map(ByteCount::new);
    }

    Optional<ByteCount> partSize() {
        return query.number("partSize", PartPlan.MIN_PART.value(), PartPlan.MAX_PART.value())
                .map(ByteCount::new);
    }

    UploadRequest request(UploadKind kind) {
        return new UploadRequest(
                kind,
                path(),
                contentType(),
                contentLength(),
                kind == dev.penstock.core.upload.UploadKind.SINGLE ? Optional.empty() : partSize(),
                query.find("checksumAlgorithm"),
                query.find("checksum"));
    }

    String key() {
        return query.require("s3Key");
    }

    UploadId uploadId() {
        return optionalUploadId().orElseThrow(() -> Query.missing("uploadId"));
    }

    /// @throws ProblemException `upload-not-found` for what is no id
    Optional<UploadId> optionalUploadId() {
        return query.find("uploadId", "uploadID").map(UploadParameters::uploadId);
    }

    static UploadId uploadId(String text) {
        return UuidText.read(text).map(UploadId::new).orElseThrow(UploadParameters::notFound);
    }

    /// The id that every key holds in its third segment:
    /// `presigned-uploads/{intakeId}/{uploadId}/{name}`.
    static UploadId uploadIdInKey(String key) {
        String[] segments = key.split("/", 4);
        if (segments.length < 4) {
            throw notFound();
        }
        return uploadId(segments[2]);
    }

    private static ProblemException notFound() {
        return new ProblemException(
                ProblemCode.UPLOAD_NOT_FOUND,
                "This intake has no upload with this uploadId and s3Key.");
    }
}
