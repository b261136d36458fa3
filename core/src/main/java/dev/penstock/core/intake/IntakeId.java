package dev.penstock.core.intake;

import java.util.UUID;

/// The id of an intake.
public record IntakeId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
