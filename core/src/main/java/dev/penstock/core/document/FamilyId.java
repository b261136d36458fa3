package dev.penstock.core.document;

import java.util.UUID;

/// The id of a document family.
public record FamilyId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
