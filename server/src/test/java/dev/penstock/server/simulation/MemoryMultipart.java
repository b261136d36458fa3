package dev.penstock.server.simulation;

import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.StoredPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// An open multipart upload with all that ever came for each part, so that a listing can be late.
final class MemoryMultipart {
    private record Sent(Instant at, Blob blob) {}

    private final MultipartId id;
    private final ObjectKey key;
    private final Instant createdOn;
    private final TreeMap<PartNumber, List<Sent>> parts = new TreeMap<>();

    MemoryMultipart(MultipartId id, ObjectKey key, Instant createdOn) {
        this.id = id;
        this.key = key;
        this.createdOn = createdOn;
    }

    MultipartId id() {
        return id;
    }

    ObjectKey key() {
        return key;
    }

    Instant createdOn() {
        return createdOn;
    }

    void put(PartNumber number, Blob blob, Instant now) {
        parts.computeIfAbsent(number, _ -> new ArrayList<>()).add(new Sent(now, blob));
    }

    Optional<Blob> part(PartNumber number) {
        return Optional.ofNullable(parts.get(number)).map(sent -> sent.getLast().blob());
    }

    /// The parts as they were at a time, by number.
    List<StoredPart> listed(Instant time) {
        var listed = new ArrayList<StoredPart>();
        parts.forEach((number, all) ->
                all.stream()
                        .filter(sent -> !sent.at().isAfter(time))
                        .reduce((_, later) -> later)
                        .ifPresent(sent ->
                                listed.add(
                                        new StoredPart(
                                                number,
                                                sent.blob().size(),
                                                sent.blob().etag(),
                                                Optional.empty()))));
        return listed;
    }

    @Override
    public String toString() {
        return "%s of %s".formatted(id.value(), key);
    }
}
