package dev.penstock.core.upload;

/// How the client was invited to send. Both are multipart uploads in the storage.
public enum UploadKind {
    /// One URL, one part.
    SINGLE,
    /// Part URLs, asked for as needed.
    MULTIPART
}
