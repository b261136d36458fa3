package dev.penstock.core.upload;

import java.util.Arrays;
import java.util.Optional;

/// The names of the states, on the wire and in the database.
public enum UploadState {
    RECEIVING("receiving"),
    COMPLETING("completing"),
    STORED("stored"),
    COMPLETED("completed"),
    REJECTED("rejected"),
    FAILED("failed"),
    ABORTED("aborted"),
    EXPIRED("expired");

    private final String text;

    UploadState(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /// By its name on the wire.
    public static Optional<UploadState> named(String text) {
        return Arrays.stream(values()).filter(s -> s.text.equals(text)).findFirst();
    }

    static UploadState of(Upload upload) {
        return switch (upload) {
            case Upload.Receiving ignored -> RECEIVING;
            case Upload.Completing ignored -> COMPLETING;
            case Upload.Stored ignored -> STORED;
            case Upload.Completed ignored -> COMPLETED;
            case Upload.Rejected ignored -> REJECTED;
            case Upload.Failed ignored -> FAILED;
            case Upload.Aborted ignored -> ABORTED;
            case Upload.Expired ignored -> EXPIRED;
        };
    }

    /// Whether an upload in this state still occupies its intake: it may go on.
    public boolean isOpen() {
        return this == RECEIVING || this == COMPLETING || this == STORED;
    }

    /// Whether an upload in this state holds its path against others.
    public boolean claimsPath() {
        return this == COMPLETING || this == STORED || this == COMPLETED;
    }

    /// Whether it ended without a document, so that its bytes are to go.
    public boolean leavesBytes() {
        return this == REJECTED || this == FAILED || this == ABORTED || this == EXPIRED;
    }

    @Override
    public String toString() {
        return text;
    }
}
