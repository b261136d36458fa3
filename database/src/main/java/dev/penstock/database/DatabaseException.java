package dev.penstock.database;

import dev.penstock.core.repository.RepositoryException;

/// The database did not do what it was asked: it is away, busy for too long, full, or holds what
/// this version does not know. Messages carry no credential and none of the values of a statement.
public class DatabaseException extends RepositoryException {
    private static final long serialVersionUID = 1L;

    DatabaseException(String message) {
        super(Reason.FAULT, message);
    }

    DatabaseException(String message, Throwable cause) {
        this(Reason.FAULT, message, cause);
    }

    DatabaseException(Reason reason, String message, Throwable cause) {
        super(reason, message, cause);
    }

    /// A row names another that is not there, or is still named by one: a foreign key says so.
    static final class BrokenReference extends DatabaseException {
        private static final long serialVersionUID = 1L;

        BrokenReference(Throwable cause) {
            super("a referenced row is gone, or the row is still referenced", cause);
        }
    }

    /// Another row has what only one may have: a unique index says so.
    static final class Duplicate extends DatabaseException {
        private static final long serialVersionUID = 1L;

        Duplicate(Throwable cause) {
            super("another row has what only one may have", cause);
        }
    }
}
