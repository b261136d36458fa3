package dev.penstock.server.simulation;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.StoredObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An object as it was joined.
record MemoryObject(List<Blob> parts, Instant joinedOn) {

    StoredObject described() {
        return new StoredObject(size(), etag(), Optional.empty());
    }

    private ByteCount size() {
        return parts.stream().map(Blob::size).reduce(ByteCount.ZERO, ByteCount::plus);
    }

    ETag etag() {
        return Blob.etagOfAll(parts.stream().map(Blob::etag).toList());
    }
}
