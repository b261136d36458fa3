package dev.penstock.contract;

import java.util.List;

/// What a client may know about an intake before it starts: `GET
/// /api/intake/{orgSlug}/{intakeSlug}`.
///
/// @param maxDirectBytes the largest direct upload, in bytes
/// @param maxFileBytes the largest file of any kind, in bytes
/// @param allowedContentTypes empty: all
/// @param requireDeclaredParts part URLs are only given for parts whose size is stated
/// @param requireChecksums every large upload must name a `checksumAlgorithm`
/// @param checksumAlgorithms those that the storage enforces, best first
/// @param maxPartsPerRequest the most part URLs that one call gives
/// @param partUrlTtlSeconds how long a presigned URL lives, in seconds
public record IntakeInfo(
        String name,
        boolean active,
        boolean largeUploadEnabled,
        boolean allowMultipleFiles,
        long maxDirectBytes,
        long maxFileBytes,
        List<String> allowedContentTypes,
        boolean requireDeclaredParts,
        boolean requireChecksums,
        List<String> checksumAlgorithms,
        int maxPartsPerRequest,
        long partUrlTtlSeconds) {

    public IntakeInfo {
        allowedContentTypes = Absent.asEmpty(allowedContentTypes);
        checksumAlgorithms = Absent.asEmpty(checksumAlgorithms);
    }
}
