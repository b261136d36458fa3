package dev.penstock.client;

/// What to do when the storage refuses a part. The codes are S3's
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html>).
enum StorageRemedy {
    /// Try the same again after a while.
    RETRY,
    /// The URL is dead or was never right: ask for another one.
    NEW_URL,
    /// Other bytes arrived than were hashed: see whether the file still is what it was.
    READ_AGAIN,
    /// The storage does not know the upload: the service knows what became of it.
    ASK_SERVICE,
    GIVE_UP;

    static StorageRemedy of(int status, String s3Code) {
        return switch (status) {
            case 400 -> ofBadRequest(s3Code);
            case 403 -> NEW_URL;
            case 404 -> ASK_SERVICE;
            case 408, 425, 429 -> RETRY;
            case 409 -> s3Code.equals("InvalidPart") ? GIVE_UP : RETRY;
            default -> status >= 500 ? RETRY : GIVE_UP;
        };
    }

    private static StorageRemedy ofBadRequest(String s3Code) {
        return switch (s3Code) {
            case "BadDigest", "XAmzContentChecksumMismatch", "XAmzContentSHA256Mismatch" ->
                    READ_AGAIN;
            case "RequestTimeout", "IncompleteBody", "SlowDown", "InternalError" -> RETRY;
            case "ExpiredToken", "TokenRefreshRequired", "InvalidToken" -> NEW_URL;
            case "NoSuchUpload" -> ASK_SERVICE;
            default -> GIVE_UP;
        };
    }
}
