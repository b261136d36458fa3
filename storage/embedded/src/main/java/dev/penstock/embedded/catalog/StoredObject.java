package dev.penstock.embedded.catalog;

import java.time.Instant;
import java.util.Optional;

/// An object that can be read.
///
/// @param content names its segments; never used again once the object is replaced or deleted
/// @param size bytes
/// @param etag without quotes
/// @param uploadId the multipart upload that it was completed from
public record StoredObject(
        ObjectKey where,
        long content,
        long size,
        String etag,
        Instant modifiedAt,
        StoredHeaders headers,
        ObjectChecksum checksum,
        Optional<String> uploadId) {}
