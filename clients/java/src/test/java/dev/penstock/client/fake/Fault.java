package dev.penstock.client.fake;

/// One way of going wrong.
public enum Fault {
    NONE,
    /// The connection is closed before anything is read.
    DROP_AT_ONCE,
    /// The connection is closed, and so reset, with half of the body unread.
    DROP_MIDWAY,
    /// The request is carried out, but the connection closed instead of an answer.
    DROP_THE_ANSWER,
    /// 403, as S3 refuses an expired URL.
    EXPIRED,
    /// 503 `SlowDown` with `Retry-After`, or the service's `storage-unavailable`.
    SLOW_DOWN,
    /// 500.
    INTERNAL,
    /// 400 `BadDigest`, as if the network had changed a bit.
    CORRUPTED,
    /// The part is stored, but the ETag in the answer is another one.
    WRONG_ETAG,
    /// The part is acknowledged and not stored.
    FORGOTTEN,
    /// 404 `NoSuchUpload`.
    NO_SUCH_UPLOAD,
    /// 307 to another place of the storage.
    REDIRECT,
    /// Nothing is read and nothing answered.
    STALL
}
