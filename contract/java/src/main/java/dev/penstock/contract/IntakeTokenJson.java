package dev.penstock.contract;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A token of an intake.
///
/// @param token the secret (`kit_…`), only in the answer to its creation and not in [#toString()]
public record IntakeTokenJson(
        UUID id,
        String name,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedOn,
        Instant createdOn,
        Instant updatedOn,
        long changeSequence,
        Optional<String> token) {

    @Override
    public String toString() {
        return "IntakeTokenJson[id=%s, name=%s]".formatted(id, name);
    }
}
