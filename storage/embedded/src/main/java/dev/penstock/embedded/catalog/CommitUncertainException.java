package dev.penstock.embedded.catalog;

import dev.penstock.embedded.blob.IncomingBlob;

/// The database failed while it committed: the transaction may be there after a restart.
public final class CommitUncertainException extends CatalogException
        implements IncomingBlob.OutcomeUnknown {
    CommitUncertainException(String message, Throwable cause) {
        super(message, cause);
    }
}
