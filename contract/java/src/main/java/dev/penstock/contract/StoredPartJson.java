package dev.penstock.contract;

import java.util.Optional;

/// A part that the storage holds.
///
/// @param size in bytes
/// @param etag as the storage gave it, without quotes
/// @param checksum base64 text of the algorithm in force, where the storage keeps it
public record StoredPartJson(int partNumber, long size, String etag, Optional<String> checksum) {}
