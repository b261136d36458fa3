package dev.penstock.contract;

import java.time.Instant;
import java.util.Optional;

/// The body of `POST /api/intakes/{id}/tokens`.
///
/// @param expiresAt absent: it does not expire
public record IntakeTokenCreate(String name, Optional<Instant> expiresAt) {}
