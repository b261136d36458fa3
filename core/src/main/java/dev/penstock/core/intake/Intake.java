package dev.penstock.core.intake;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A named upload endpoint of an organization, feeding exactly one store.
///
/// @param store the target; the intake belongs to the store's organization
/// @param metadata what every document that comes in here gets, as JSON values
/// @param knowledgeFeatures what is wanted of every document that comes in here, each once, in
///   order; features of the same organization
/// @param changeSequence counts changes, from 0; the optimistic lock
public record Intake(
        IntakeId id,
        DocumentStore store,
        Slug slug,
        String name,
        String description,
        Activity activity,
        LargeUploads largeUploads,
        MultipleFiles multipleFiles,
        Map<String, @Nullable Object> metadata,
        List<FeatureId> knowledgeFeatures,
        IntakeLimits limits,
        Instant createdOn,
        Instant updatedOn,
        long changeSequence) {

    public Intake {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        knowledgeFeatures = List.copyOf(new LinkedHashSet<>(knowledgeFeatures));
    }

    /// Whether the intake takes anything at all.
    public enum Activity {
        INACTIVE,
        ACTIVE
    }

    /// The switch "Enable large uploads".
    public enum LargeUploads {
        OFF,
        ON
    }

    /// How many files a direct upload may bring (`allowMultipleFiles`).
    public enum MultipleFiles {
        ONE,
        MANY
    }

    public OrganizationId organizationId() {
        return store.organizationId();
    }

    public Slug organizationSlug() {
        return store.organizationSlug();
    }

    public boolean isActive() {
        return activity == Activity.ACTIVE;
    }

    public boolean takesLargeUploads() {
        return largeUploads == LargeUploads.ON;
    }

    public boolean takesMultipleFiles() {
        return multipleFiles == MultipleFiles.MANY;
    }
}
