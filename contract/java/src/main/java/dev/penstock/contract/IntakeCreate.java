package dev.penstock.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The body of `POST /api/intakes`. What is left out takes the default of [IntakeJson]'s member.
///
/// @param store absent: refused with `store-required`
/// @param maxFileBytes the largest file, in bytes
/// @param maxOpenUploads how many uploads may be open at a time
/// @param uploadTtl how long an upload may take
public record IntakeCreate(
        String slug,
        String name,
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
        Optional<Duration> uploadTtl) {

    /// An intake with all defaults.
    public static IntakeCreate of(String slug, String name, StoreReference store) {
        return new IntakeCreate(
                slug,
                name,
                Optional.of(store),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty());
    }
}
