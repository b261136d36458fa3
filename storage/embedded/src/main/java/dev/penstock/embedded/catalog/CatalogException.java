package dev.penstock.embedded.catalog;

/// The database failed, and nothing of the transaction happened.
public sealed class CatalogException extends RuntimeException
        permits CatalogFullException, CommitUncertainException {
    CatalogException(String message, Throwable cause) {
        super(message, cause);
    }
}
