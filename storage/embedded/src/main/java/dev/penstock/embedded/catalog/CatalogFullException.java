package dev.penstock.embedded.catalog;

/// There was no room on the disk for the transaction, and nothing of it happened.
public final class CatalogFullException extends CatalogException {
    CatalogFullException(Throwable cause) {
        super("no room for the catalog", cause);
    }
}
