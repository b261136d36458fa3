package dev.penstock.core.upload;

/// How the bytes come in. Whatever a client's URL brings is a multipart upload in the storage.
public enum UploadKind {
    /// One URL, one part.
    SINGLE,
    /// Part URLs, asked for as needed.
    MULTIPART,
    /// Through the service, which sends them on: no URL, no multipart upload that the row knows.
    DIRECT
}
