package dev.penstock.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The body of `PUT /api/intakes/{id}`: the object as GET gave it. `id`, `organizationId`,
/// `orgSlug`, `slug` and the times must be unchanged where they are there. A member that is left
/// out keeps its value.
public record IntakeChange(
        Optional<UUID> id,
        Optional<UUID> organizationId,
        Optional<String> orgSlug,
        Optional<String> slug,
        Optional<String> name,
        Optional<StoreReference> store,
        Optional<String> description,
        Optional<Boolean> active,
        Optional<Boolean> largeUploadEnabled,
        Optional<Boolean> allowMultipleFiles,
        Optional<Map<String, @Nullable Object>> metadata,
        Optional<List<UUID>> knowledgeFeatureIds,
        Optional<String> script,
        Optional<Boolean> scriptEnabled,
        Optional<Boolean> requireDeclaredParts,
        Optional<Boolean> requireChecksums,
        OptionalLong maxFileBytes,
        Optional<List<String>> allowedContentTypes,
        OptionalInt maxOpenUploads,
        Optional<Duration> uploadTtl,
        Optional<Instant> createdOn,
        Optional<Instant> updatedOn,
        OptionalLong changeSequence) {}
