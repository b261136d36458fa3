package dev.penstock.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An intake: a named upload endpoint.
///
/// @param organizationId that of its store
/// @param orgSlug that of its store
/// @param store with `id`, `slug` and `ref`
/// @param active default false
/// @param largeUploadEnabled default false
/// @param description written as `null` when there is none
/// @param metadata merged into that of every document
/// @param script written as `null` when there is none
/// @param maxFileBytes the largest file, in bytes
/// @param allowedContentTypes empty: all
/// @param maxOpenUploads how many uploads may be open at a time
/// @param uploadTtl how long an upload may take; written as `null` when the server's setting holds
public record IntakeJson(
        UUID id,
        UUID organizationId,
        String orgSlug,
        String slug,
        String name,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> description,
        boolean active,
        StoreReference store,
        boolean largeUploadEnabled,
        boolean allowMultipleFiles,
        Map<String, @Nullable Object> metadata,
        List<UUID> knowledgeFeatureIds,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> script,
        boolean scriptEnabled,
        boolean requireDeclaredParts,
        boolean requireChecksums,
        long maxFileBytes,
        List<String> allowedContentTypes,
        int maxOpenUploads,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<Duration> uploadTtl,
        Instant createdOn,
        Instant updatedOn,
        long changeSequence) {

    public IntakeJson {
        metadata = Absent.asEmpty(metadata);
        knowledgeFeatureIds = Absent.asEmpty(knowledgeFeatureIds);
        allowedContentTypes = Absent.asEmpty(allowedContentTypes);
    }
}
