package dev.penstock.embedded.catalog;

import dev.penstock.embedded.blob.BlobId;
import java.time.Instant;
import java.util.Optional;

/// A run of bytes in a blob of its own: a part of an upload, and once that is completed a piece of
/// the object without being written again.
///
/// @param size bytes
/// @param md5 hexadecimal, the part's ETag
/// @param crc64nvme base64; always known
/// @param checksum of another algorithm, where the caller chose one
public record Segment(
        int partNumber,
        long size,
        BlobId blob,
        String md5,
        String crc64nvme,
        Optional<Checksum> checksum,
        Instant modifiedAt) {}
