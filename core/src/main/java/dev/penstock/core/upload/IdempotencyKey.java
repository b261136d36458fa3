package dev.penstock.core.upload;

import dev.penstock.core.intake.IntakeId;
import java.time.Duration;

/// A caller's own name for a request, so that repeating it does not begin a second upload
/// (draft-ietf-httpapi-idempotency-key-header).
///
/// @param credential who calls: a key of one caller means nothing to another
/// @param fingerprint of the request's parameters, equal for equal ones
public record IdempotencyKey(IntakeId intake, String credential, String key, String fingerprint) {
    /// How long it is remembered.
    public static final Duration KEPT = Duration.ofHours(24);
}
