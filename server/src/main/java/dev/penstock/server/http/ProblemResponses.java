package dev.penstock.server.http;

import dev.penstock.contract.ContractJson;
import dev.penstock.contract.FieldReason;
import dev.penstock.contract.PartMismatch;
import dev.penstock.contract.ProblemJson;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import io.javalin.http.Context;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Turns a [Problem] into an answer of RFC 9457. The only place that knows the status of a code.
public final class ProblemResponses {
    private final Supplier<URI> publicUrl;

    /// @param publicUrl where callers reach the service: the base of the `type` of every problem
    public ProblemResponses(Supplier<URI> publicUrl) {
        this.publicUrl = publicUrl;
    }

    public void write(Context ctx, Problem problem) {
        UnreadBody.discard(ctx, UnreadBody.MODERATE);
        ctx.status(status(problem.code()));
        if (problem instanceof Problem.Later later) {
            ctx.header("Retry-After", Long.toString(later.retryAfter().toSeconds()));
        }
        if (problem.code() == ProblemCode.UNAUTHENTICATED) {
            ctx.header("WWW-Authenticate", "Bearer");
        }
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/problem+json");
        ctx.result(body(problem, RequestId.of(ctx)));
    }

    /// The body alone, for what is refused before a route is reached.
    @SuppressWarnings("NullAway") // javac drops the annotations of a compact constructor's types
    byte[] body(Problem problem, String requestId) {
        return ContractJson.write(
                new ProblemJson(
                        publicUrl.get().resolve("/problems") + "#" + problem.code(),
                        title(problem.code()),
                        status(problem.code()),
                        Optional.of(problem.detail()),
                        problem.code().text(),
                        Optional.of("urn:penstock:request:" + requestId),
                        extensions(problem, requestId)));
    }

    /// The code as words.
    static String title(ProblemCode code) {
        String words = code.text().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Map<String, @Nullable Object> extensions(Problem problem, String requestId) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        if (problem.code() == ProblemCode.INTERNAL_ERROR) {
            members.put("requestId", requestId);
        }
        switch (problem) {
            case Problem.Plain ignored -> {}
            case Problem.Later ignored -> {}
            case Problem.InvalidFields p ->
                    members.put(
                            "fields",
                            p.fields().stream()
                                    .map(f -> new FieldReason(f.field(), f.reason()))
                                    .toList());
            case Problem.UploadIncomplete p -> {
                members.put(
                        "missingParts", p.missingParts().stream().map(PartNumber::value).toList());
                members.put("missingCount", p.missingCount());
            }
            case Problem.PartMismatch p ->
                    members.put(
                            "parts",
                            p.parts().stream()
                                    .map(m ->
                                            new PartMismatch(
                                                    m.number().value(), m.expected(), m.found()))
                                    .toList());
            case Problem.SizeMismatch p -> {
                members.put("expected", p.expected());
                members.put("found", p.found());
            }
            case Problem.UploadClosed p -> {
                members.put("state", p.state());
                p.problem().ifPresent(cause -> members.put("problem", cause.text()));
            }
        }
        return members;
    }

    static int status(ProblemCode code) {
        return switch (code) {
            case INTAKE_INACTIVE,
                    INVALID_PARAMETER,
                    INVALID_BODY,
                    INVALID_FIELD,
                    UNKNOWN_FIELD,
                    PATH_MISMATCH,
                    MULTIPLE_FILES_NOT_ALLOWED,
                    STORE_REQUIRED,
                    FILE_TOO_LARGE,
                    FILE_TOO_LARGE_FOR_SINGLE_PUT,
                    PART_NUMBER_OUT_OF_RANGE,
                    TOO_MANY_PART_NUMBERS,
                    PART_TOO_SMALL,
                    SIZE_REQUIRED,
                    CHECKSUM_REQUIRED,
                    UNSUPPORTED_CHECKSUM,
                    CONTENT_TYPE_NOT_ALLOWED,
                    RESERVED_METADATA_KEY,
                    SCRIPT_REJECTED ->
                    400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN, TOKEN_OUT_OF_SCOPE, LARGE_UPLOADS_DISABLED -> 403;
            case INTAKE_NOT_FOUND, UPLOAD_NOT_FOUND, NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case PATH_TAKEN,
                    SLUG_TAKEN,
                    IN_USE,
                    STALE_CHANGE_SEQUENCE,
                    UPLOAD_CLOSED,
                    UPLOAD_INCOMPLETE,
                    PART_MISMATCH,
                    SIZE_MISMATCH,
                    CHECKSUM_MISMATCH,
                    UPLOAD_LOST ->
                    409;
            case DIRECT_UPLOAD_TOO_LARGE, BODY_TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case IDEMPOTENCY_KEY_REUSED, SCRIPT_FAILED -> 422;
            case QUOTA_EXCEEDED -> 429;
            case INTERNAL_ERROR -> 500;
            case STORAGE_UNAVAILABLE, COMPLETION_IN_PROGRESS -> 503;
        };
    }
}
