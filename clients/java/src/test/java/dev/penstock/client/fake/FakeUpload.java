package dev.penstock.client.fake;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.contract.DocumentFamilyJson;
import dev.penstock.contract.UploadStatus;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// An upload of the fake service.
public final class FakeUpload {
    final UUID id = UUID.randomUUID();
    final String path;
    final String contentType;
    final OptionalLong contentLength;
    final long partSize;
    final OptionalInt growth;
    final Optional<ChecksumAlgorithm> algorithm;
    final boolean single;
    final NavigableMap<Integer, FakePart> parts = new ConcurrentSkipListMap<>();
    final Map<String, Object> metadata = new ConcurrentHashMap<>();
    volatile String state = "receiving";
    volatile Optional<String> problem = Optional.empty();
    volatile Optional<DocumentFamilyJson> family = Optional.empty();

    FakeUpload(
            String path,
            String contentType,
            OptionalLong contentLength,
            long partSize,
            OptionalInt growth,
            Optional<ChecksumAlgorithm> algorithm,
            boolean single) {
        this.path = path;
        this.contentType = contentType;
        this.contentLength = contentLength;
        this.partSize = partSize;
        this.growth = growth;
        this.algorithm = algorithm;
        this.single = single;
    }

    public UUID id() {
        return id;
    }

    public String key() {
        return "presigned-uploads/0/" + id + "/file.bin";
    }

    /// What the storage holds, by part number.
    public NavigableMap<Integer, FakePart> parts() {
        return parts;
    }

    public String state() {
        return state;
    }

    public void state(String newState, Optional<String> newProblem) {
        state = newState;
        problem = newProblem;
    }

    public Map<String, Object> metadata() {
        return metadata;
    }

    public long receivedBytes() {
        return parts.values().stream().mapToLong(FakePart::size).sum();
    }

    UploadStatus status() {
        return new UploadStatus(
                id,
                key(),
                path,
                contentType,
                contentLength,
                partSize,
                contentLength.isPresent()
                        ? OptionalInt.of((int) Math.ceilDiv(contentLength.getAsLong(), partSize))
                        : OptionalInt.empty(),
                growth,
                algorithm.map(ChecksumAlgorithm::s3Name),
                state,
                parts.size(),
                receivedBytes(),
                Instant.now(),
                Instant.now().plusSeconds(3600),
                family.map(DocumentFamilyJson::id),
                problem);
    }
}
