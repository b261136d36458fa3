package dev.penstock.contract;

import java.util.UUID;

/// The body of `POST /api/knowledge-features`.
public record KnowledgeFeatureCreate(UUID organizationId, String slug, String name) {}
