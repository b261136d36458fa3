package dev.penstock.client;

import java.util.UUID;

/// The upload can no longer become a document: the storage dropped it, its deadline passed, or it
/// was aborted, rejected or failed.
public final class UploadGoneException extends PenstockException {
    private static final long serialVersionUID = 1L;

    /// Why it is gone.
    public enum Cause {
        /// The storage dropped it by itself: nobody wanted that, and the file may be sent anew.
        LOST,
        /// Somebody ended it, its deadline did, or its bytes were refused.
        ENDED
    }

    private final UUID uploadId;
    private final Cause cause;
    private final String advice;

    private UploadGoneException(UUID uploadId, String why, Cause cause, String advice) {
        super("Upload %s is over: %s".formatted(uploadId, why));
        this.uploadId = uploadId;
        this.cause = cause;
        this.advice = advice;
    }

    /// @param problem that the service recorded, when it did; `upload-lost` is a loss
    static UploadGoneException of(UUID uploadId, String why, String problem) {
        var cause = problem.equals(ServiceRemedy.LOST) ? Cause.LOST : Cause.ENDED;
        return new UploadGoneException(
                uploadId, why, cause, "Send the file again; it starts a new upload.");
    }

    static UploadGoneException lost(UUID uploadId, String why) {
        return of(uploadId, why, ServiceRemedy.LOST);
    }

    /// The same for what was a stream.
    UploadGoneException ofStream() {
        return new UploadGoneException(
                uploadId,
                "the storage lost it, and a stream cannot be read twice.",
                cause,
                "Send it again from its source, or as a file, which is then sent anew by itself.");
    }

    /// Which upload.
    public UUID uploadId() {
        return uploadId;
    }

    /// Whether the storage lost it.
    public Cause reason() {
        return cause;
    }

    @Override
    public String advice() {
        return advice;
    }
}
