package dev.penstock.core.document;

import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.vocabulary.DocumentStatus;
import dev.penstock.core.vocabulary.Label;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The record made when an upload completes.
///
/// @param uploadId the id of the upload that became it
/// @param metadata merged, as JSON values
/// @param container empty for a document that an earlier version made
/// @param changeSequence counts changes, from 0; the optimistic lock
public record DocumentFamily(
        FamilyId id,
        DocumentStore store,
        IntakeId intakeId,
        UUID uploadId,
        DocumentPath path,
        DocumentPath originalPath,
        Map<String, @Nullable Object> metadata,
        ContentObject nativeContent,
        Optional<ContainerObject> container,
        List<Label> labels,
        Optional<DocumentStatus> status,
        List<FamilyFeature> features,
        List<Warning> warnings,
        Instant createdOn,
        Instant updatedOn,
        long changeSequence) {

    public DocumentFamily {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        labels = List.copyOf(labels);
        features = List.copyOf(features);
        warnings = List.copyOf(warnings);
    }

    /// The same document with these labels and features.
    @SuppressWarnings("NullAway") // javac drops the annotations of a compact constructor's types
    public DocumentFamily with(List<Label> labels, List<FamilyFeature> features) {
        return new DocumentFamily(
                id,
                store,
                intakeId,
                uploadId,
                path,
                originalPath,
                metadata,
                nativeContent,
                container,
                labels,
                status,
                features,
                warnings,
                createdOn,
                updatedOn,
                changeSequence);
    }
}
