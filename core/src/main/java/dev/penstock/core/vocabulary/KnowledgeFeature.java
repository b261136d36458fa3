package dev.penstock.core.vocabulary;

import dev.penstock.core.intake.FeatureId;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.Slug;
import java.time.Instant;

/// What an organization wants to be known of documents: an intake names those of all that comes in
/// there, a completion more.
///
/// @param slug no two features of an organization have the same
/// @param changeSequence counts changes, from 0; the optimistic lock
public record KnowledgeFeature(
        FeatureId id,
        OrganizationId organizationId,
        Slug slug,
        String name,
        Instant createdOn,
        Instant updatedOn,
        long changeSequence) {}
