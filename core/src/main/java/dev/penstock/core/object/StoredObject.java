package dev.penstock.core.object;

import java.util.Optional;

/// A whole object as the storage describes it.
public record StoredObject(ByteCount size, ETag etag, Optional<ObjectChecksum> checksum) {}
