package dev.penstock.core.vocabulary;

import java.util.UUID;

/// The id of a document status.
public record StatusId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
