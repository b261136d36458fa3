package dev.penstock.core.access;

import dev.penstock.core.intake.IntakeId;
import java.time.Instant;
import java.util.Optional;

/// An intake token (`kit_…`) without its secret: may call its own intake's upload routes, nothing
/// else.
///
/// @param lastUsedOn to about a minute
public record IntakeToken(
        TokenId id,
        IntakeId intakeId,
        String name,
        SecretHash hash,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedOn,
        Instant createdOn) {
    public static final String PREFIX = "kit_";

    public boolean isExpired(Instant now) {
        return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
    }
}
