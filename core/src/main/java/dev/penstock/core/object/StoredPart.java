package dev.penstock.core.object;

import java.util.Optional;

/// A part as the storage's listing shows it.
///
/// @param checksum the checksum that the storage keeps for it, where it keeps one
public record StoredPart(
        PartNumber number, ByteCount size, ETag etag, Optional<Checksum> checksum) {}
