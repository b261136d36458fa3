package dev.penstock.core.upload;

/// The upload that an [IdempotencyKey] stands for.
///
/// @param fingerprint of the request that began it
public record KeyedUpload(UploadId id, String fingerprint) {}
