package dev.penstock.core.repository;

/// A call that a repository did not carry out. Messages carry no credential and nothing of what was
/// to be kept.
public class RepositoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What an operator and a caller can do about it.
    public enum Reason {
        /// There is no room for what was to be kept, and nothing of it was: the same call succeeds
        /// once there is room. Reading goes on.
        FULL,
        /// It does not answer, or not in time: the same call may succeed later. Whether this one
        /// had an effect is not known.
        AWAY,
        /// Anything else: a mistake of ours, or data that cannot be read.
        FAULT
    }

    private final Reason reason;

    protected RepositoryException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    protected RepositoryException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
