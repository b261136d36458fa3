package dev.penstock.core.vocabulary;

import java.util.UUID;

/// The id of a label.
public record LabelId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
