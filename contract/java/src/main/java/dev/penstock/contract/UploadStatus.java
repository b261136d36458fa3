package dev.penstock.contract;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/// The answer of `GET …/uploads/{uploadId}`.
///
/// @param contentLength bytes announced, when they were
/// @param partSize bytes of the first part of the plan
/// @param partGrowthEvery after how many parts `partSize` doubles; absent: all parts are equal
/// @param checksumAlgorithm the algorithm in force, when one was asked for
/// @param state `receiving`, `completing`, `stored`, `completed`, `rejected`, `failed`, `aborted`
///   or `expired`
/// @param receivedParts what the storage holds now; once stored, the final count
/// @param receivedBytes likewise, in bytes
/// @param expiresAt the deadline of the upload
/// @param documentFamilyId when completed
/// @param problem why it was rejected or failed: one of `contract/problems.yaml`
public record UploadStatus(
        UUID uploadId,
        String s3Key,
        String path,
        String contentType,
        OptionalLong contentLength,
        long partSize,
        OptionalInt partCount,
        OptionalInt partGrowthEvery,
        Optional<String> checksumAlgorithm,
        String state,
        int receivedParts,
        long receivedBytes,
        Instant createdOn,
        Instant expiresAt,
        Optional<UUID> documentFamilyId,
        Optional<String> problem) {}
