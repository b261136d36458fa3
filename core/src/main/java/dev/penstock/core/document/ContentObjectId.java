package dev.penstock.core.document;

import java.util.UUID;

/// The id of a content object.
public record ContentObjectId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
