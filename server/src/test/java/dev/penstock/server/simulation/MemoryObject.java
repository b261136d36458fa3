package dev.penstock.server.simulation;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.StoredObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// An object as it was joined of parts, or came in one.
record MemoryObject(List<Blob> parts, ETag etag, Instant joinedOn) {

    static MemoryObject joined(List<Blob> parts, Instant now) {
        ETag etag = Blob.etagOfAll(parts.stream().map(Blob::etag).toList());
        return new MemoryObject(parts, etag, now);
    }

    static MemoryObject sent(Blob blob, Instant now) {
        return new MemoryObject(List.of(blob), blob.etag(), now);
    }

    StoredObject described() {
        return new StoredObject(size(), etag(), Optional.empty());
    }

    ByteBuffer bytes(long from, int length) {
        byte[] all =
                parts.stream()
                        .map(Blob::bytes)
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.ISO_8859_1);
        int start = (int) Math.min(from, all.length);
        return ByteBuffer.wrap(all, start, Math.min(length, all.length - start)).slice();
    }

    private ByteCount size() {
        return parts.stream().map(Blob::size).reduce(ByteCount.ZERO, ByteCount::plus);
    }
}
