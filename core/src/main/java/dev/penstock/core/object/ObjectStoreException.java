package dev.penstock.core.object;

/// A call that the storage did not carry out, or not known to have. Messages carry the storage's
/// code and request id, never a credential or a signed query.
public abstract sealed class ObjectStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ObjectStoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /// The multipart upload is not there (S3 `NoSuchUpload`).
    public static final class NoSuchMultipart extends ObjectStoreException {
        private static final long serialVersionUID = 1L;

        public NoSuchMultipart(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// The parts named for completion are not those the storage holds, or too small (S3
    /// `InvalidPart`, `InvalidPartOrder`, `EntityTooSmall`).
    public static final class PartsRefused extends ObjectStoreException {
        private static final long serialVersionUID = 1L;

        public PartsRefused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// The checksum given is not that of the bytes (S3 `BadDigest`).
    public static final class ChecksumRefused extends ObjectStoreException {
        private static final long serialVersionUID = 1L;

        public ChecksumRefused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// Any other definite refusal: credentials, permissions, a missing bucket. An operator must
    /// act.
    public static final class Refused extends ObjectStoreException {
        private static final long serialVersionUID = 1L;

        public Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// No answer, or one that does not tell whether it was done.
    public static final class Unavailable extends ObjectStoreException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
