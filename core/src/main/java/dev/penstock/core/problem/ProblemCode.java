package dev.penstock.core.problem;

import java.util.Arrays;
import java.util.Optional;

/// The closed list of what callers may be told, by the code on the wire (`contract/problems.yaml`
/// says what each means).
public enum ProblemCode {
    INTAKE_INACTIVE("intake-inactive"),
    INVALID_PARAMETER("invalid-parameter"),
    INVALID_BODY("invalid-body"),
    INVALID_FIELD("invalid-field"),
    UNKNOWN_FIELD("unknown-field"),
    PATH_MISMATCH("path-mismatch"),
    MULTIPLE_FILES_NOT_ALLOWED("multiple-files-not-allowed"),
    STORE_REQUIRED("store-required"),
    FILE_TOO_LARGE("file-too-large"),
    FILE_TOO_LARGE_FOR_SINGLE_PUT("file-too-large-for-single-put"),
    PART_NUMBER_OUT_OF_RANGE("part-number-out-of-range"),
    TOO_MANY_PART_NUMBERS("too-many-part-numbers"),
    PART_TOO_SMALL("part-too-small"),
    SIZE_REQUIRED("size-required"),
    CHECKSUM_REQUIRED("checksum-required"),
    UNSUPPORTED_CHECKSUM("unsupported-checksum"),
    CONTENT_TYPE_NOT_ALLOWED("content-type-not-allowed"),
    RESERVED_METADATA_KEY("reserved-metadata-key"),
    SCRIPT_REJECTED("script-rejected"),
    UNAUTHENTICATED("unauthenticated"),
    FORBIDDEN("forbidden"),
    TOKEN_OUT_OF_SCOPE("token-out-of-scope"),
    LARGE_UPLOADS_DISABLED("large-uploads-disabled"),
    INTAKE_NOT_FOUND("intake-not-found"),
    UPLOAD_NOT_FOUND("upload-not-found"),
    NOT_FOUND("not-found"),
    METHOD_NOT_ALLOWED("method-not-allowed"),
    PATH_TAKEN("path-taken"),
    SLUG_TAKEN("slug-taken"),
    IN_USE("in-use"),
    STALE_CHANGE_SEQUENCE("stale-change-sequence"),
    UPLOAD_CLOSED("upload-closed"),
    UPLOAD_INCOMPLETE("upload-incomplete"),
    PART_MISMATCH("part-mismatch"),
    SIZE_MISMATCH("size-mismatch"),
    CHECKSUM_MISMATCH("checksum-mismatch"),
    UPLOAD_LOST("upload-lost"),
    DIRECT_UPLOAD_TOO_LARGE("direct-upload-too-large"),
    BODY_TOO_LARGE("body-too-large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused"),
    SCRIPT_FAILED("script-failed"),
    QUOTA_EXCEEDED("quota-exceeded"),
    INTERNAL_ERROR("internal-error"),
    STORAGE_UNAVAILABLE("storage-unavailable"),
    COMPLETION_IN_PROGRESS("completion-in-progress");

    private final String text;

    ProblemCode(String text) {
        this.text = text;
    }

    /// The code as it stands on the wire and in the database.
    public String text() {
        return text;
    }

    public static Optional<ProblemCode> of(String text) {
        return Arrays.stream(values()).filter(c -> c.text.equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
