package dev.penstock.embedded.catalog;

import java.time.Instant;

/// A multipart upload that is neither completed nor aborted.
///
/// @param id begins with its time, so that ids sort by age
/// @param content names its parts' segments, and later the object's
/// @param revision grows with every part, so that a completion sees whether what it checked still
///   holds
public record Upload(
        String id,
        ObjectKey where,
        long content,
        Instant createdAt,
        StoredHeaders headers,
        UploadChecksum checksum,
        long revision) {}
