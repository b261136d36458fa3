package dev.penstock.core.intake;

import java.util.UUID;

/// The id of a document store.
public record StoreId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
