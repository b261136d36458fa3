package dev.penstock.contract;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// The answer of `POST …/multipart-upload-request`: an upload and the plan proposed for its parts.
///
/// @param partSize bytes of the first part
/// @param partCount how many parts the plan has; absent when the length is not known
/// @param partGrowthEvery after how many parts `partSize` doubles; absent: all parts are equal
/// @param maxPartsPerRequest the most part URLs that one call gives
/// @param partUrlTtlSeconds how long a part's URL lives, in seconds
/// @param checksumAlgorithm the algorithm in force, when one was asked for
/// @param expiresAt the deadline of the upload
public record MultipartUploadResponse(
        UUID uploadId,
        String s3Key,
        long partSize,
        OptionalInt partCount,
        OptionalInt partGrowthEvery,
        int maxPartsPerRequest,
        long partUrlTtlSeconds,
        Optional<String> checksumAlgorithm,
        Instant expiresAt) {}
