package dev.penstock.contract;

import java.util.UUID;

/// The body of `POST /api/document-stores`.
public record DocumentStoreCreate(UUID organizationId, String slug, String name) {}
