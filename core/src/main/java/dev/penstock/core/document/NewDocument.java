package dev.penstock.core.document;

import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.vocabulary.StatusId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document family that is about to be made: with labels by name, which come to be with it where
/// they are new.
///
/// @param uploadId the id of the upload that becomes it
/// @param metadata merged, as JSON values
/// @param container written already, under a key that
///   [dev.penstock.core.upload.RemovalRepository#reserve] has entered
/// @param features without repeats, in their order
public record NewDocument(
        FamilyId id,
        DocumentStore store,
        IntakeId intakeId,
        UUID uploadId,
        DocumentPath path,
        Map<String, @Nullable Object> metadata,
        ContentObject nativeContent,
        ContainerObject container,
        List<WantedLabel> labels,
        Optional<StatusId> status,
        List<FamilyFeature> features,
        List<Warning> warnings,
        Instant createdOn) {

    public NewDocument {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        labels = List.copyOf(labels);
        features = List.copyOf(features);
        warnings = List.copyOf(warnings);
    }
}
