package dev.penstock.client;

import java.util.UUID;

/// The upload can no longer become a document: the storage dropped it, its deadline passed, or it
/// was aborted, rejected or failed.
public final class UploadGoneException extends PenstockException {
    private static final long serialVersionUID = 1L;

    private final UUID uploadId;

    UploadGoneException(UUID uploadId, String why) {
        super("Upload %s is over: %s".formatted(uploadId, why));
        this.uploadId = uploadId;
    }

    /// Which upload.
    public UUID uploadId() {
        return uploadId;
    }

    @Override
    public String advice() {
        return "Send the file again; it starts a new upload.";
    }
}
