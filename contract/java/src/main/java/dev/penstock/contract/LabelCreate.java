package dev.penstock.contract;

import java.util.Optional;
import java.util.UUID;

/// The body of `POST /api/labels`.
///
/// @param name becomes upper case
/// @param color `#rrggbb`
public record LabelCreate(UUID organizationId, String name, Optional<String> color) {}
