package dev.penstock.core.upload;

/// The upload that an [IdempotencyKey] stands for.
///
/// @param id the first, where one direct upload has several files
/// @param fingerprint of the request that began it
public record KeyedUpload(UploadId id, String fingerprint) {}
