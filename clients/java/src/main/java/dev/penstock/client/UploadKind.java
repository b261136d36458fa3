package dev.penstock.client;

/// How an upload was begun, which decides the route that completes it.
public enum UploadKind {
    /// One presigned URL for the whole file.
    SINGLE,
    MULTIPART;

    String completionRoute() {
        return switch (this) {
            case SINGLE -> "/presigned-upload-complete";
            case MULTIPART -> "/multipart-upload-complete";
        };
    }
}
