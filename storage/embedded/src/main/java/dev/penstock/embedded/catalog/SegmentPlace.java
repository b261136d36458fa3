package dev.penstock.embedded.catalog;

import dev.penstock.embedded.blob.BlobId;

/// Where a segment's bytes are in an object.
///
/// @param start offset of its first byte in the object
/// @param size bytes
public record SegmentPlace(long start, long size, BlobId blob) {}
