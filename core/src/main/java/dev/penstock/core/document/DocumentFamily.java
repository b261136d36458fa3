package dev.penstock.core.document;

import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.intake.IntakeId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The record made when an upload completes.
///
/// @param uploadId the id of the upload that became it
/// @param metadata merged, as JSON values
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
        List<Warning> warnings,
        Instant createdOn,
        Instant updatedOn,
        long changeSequence) {

    public DocumentFamily {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        warnings = List.copyOf(warnings);
    }
}
