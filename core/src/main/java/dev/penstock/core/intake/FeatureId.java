package dev.penstock.core.intake;

import java.util.UUID;

/// The id of a knowledge feature.
public record FeatureId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
