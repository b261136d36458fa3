package dev.penstock.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The body of `POST /api/api-keys`.
///
/// @param expiresAt absent: it does not expire
public record ApiKeyCreate(String name, List<GrantJson> grants, Optional<Instant> expiresAt) {

    public ApiKeyCreate {
        grants = Absent.asEmpty(grants);
    }
}
