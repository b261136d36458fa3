package dev.penstock.contract;

import java.util.Optional;
import java.util.UUID;

/// The body of `POST /api/document-statuses`.
///
/// @param color `#rrggbb`
public record DocumentStatusCreate(
        UUID organizationId, String slug, String name, Optional<String> color) {}
