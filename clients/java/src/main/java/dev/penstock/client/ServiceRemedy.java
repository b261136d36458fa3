package dev.penstock.client;

/// What to do when the service refuses a call; the codes are those of `contract/problems.yaml`.
enum ServiceRemedy {
    /// Try the same again after a while.
    RETRY,
    /// The answer to a completion names parts that are not there or not right.
    SEND_PARTS_AGAIN,
    /// This upload will never become a document.
    START_ANEW,
    GIVE_UP;

    /// The problem of an upload that the storage dropped by itself.
    static final String LOST = "upload-lost";

    static ServiceRemedy of(int status, String code) {
        return switch (code) {
            case "upload-incomplete", "part-mismatch" -> SEND_PARTS_AGAIN;
            case LOST, "upload-closed", "upload-not-found" -> START_ANEW;
            default -> isTemporary(status) ? RETRY : GIVE_UP;
        };
    }

    private static boolean isTemporary(int status) {
        return status == 408 || status == 425 || status == 429 || status >= 500;
    }
}
