package dev.penstock.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document family, the record made when an upload completes.
///
/// @param uuid the same as `id`
/// @param storeRef `org/slug` of its document store
/// @param size bytes of the original file
/// @param mixins always empty; read by the platform's own Python library
/// @param uploadId the upload that brought it
/// @param warnings what was unusual about its completion
/// @param contentObjects the original bytes first, a container made from them last
public record DocumentFamilyJson(
        UUID id,
        UUID uuid,
        long changeSequence,
        Instant createdOn,
        Instant updatedOn,
        String path,
        String originalPath,
        String storeRef,
        long size,
        boolean locked,
        boolean deleted,
        Optional<StatusJson> documentStatus,
        List<LabelJson> labels,
        List<Object> mixins,
        Map<String, @Nullable Object> metadata,
        List<KnowledgeFeatureJson> knowledgeFeatures,
        Optional<UUID> uploadId,
        List<WarningJson> warnings,
        List<ContentObjectJson> contentObjects) {

    public DocumentFamilyJson {
        labels = Absent.asEmpty(labels);
        mixins = Absent.asEmpty(mixins);
        metadata = Absent.asEmpty(metadata);
        knowledgeFeatures = Absent.asEmpty(knowledgeFeatures);
        warnings = Absent.asEmpty(warnings);
        contentObjects = Absent.asEmpty(contentObjects);
    }
}
