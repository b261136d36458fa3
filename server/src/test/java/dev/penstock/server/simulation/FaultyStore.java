package dev.penstock.server.simulation;

import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.Download;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.PartPage;
import dev.penstock.core.object.PartToSign;
import dev.penstock.core.object.PresignedGet;
import dev.penstock.core.object.PresignedPut;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.core.object.StoredObject;
import dev.penstock.core.object.StoredPart;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// The storage as the services see it: [MemoryStore] behind the worst habits of a storage.
final class FaultyStore implements ObjectStore {
    private static final Duration LISTING_LAG = Duration.ofSeconds(5);
    private static final Duration UNSEEN_UPLOAD = Duration.ofMillis(400);
    private static final Duration UNLISTED_UPLOAD = Duration.ofSeconds(2);
    private static final Duration HEAD_LAG = Duration.ofSeconds(3);
    private static final Duration LATEST = Duration.ofSeconds(50);

    private final MemoryStore real;
    private final LateEffects late;
    private final Faults faults;
    private final Random random;
    private final InstantSource clock;
    private final RemovalRules rules;

    FaultyStore(
            MemoryStore real,
            LateEffects late,
            Faults faults,
            Random random,
            InstantSource clock,
            RemovalRules rules) {
        this.real = real;
        this.late = late;
        this.faults = faults;
        this.random = random;
        this.clock = clock;
        this.rules = rules;
    }

    @Override
    public StorageCapabilities capabilities() {
        return real.capabilities();
    }

    @Override
    public MultipartId createMultipart(
            ObjectKey key, String contentType, Optional<ChecksumAlgorithm> checksum) {
        mayNotArrive();
        MultipartId id = real.createMultipart(key, contentType, checksum);
        mayNotAnswer();
        return id;
    }

    @Override
    public PartPage listParts(
            ObjectKey key, MultipartId multipart, Optional<PartNumber> after, int limit) {
        mayNotArrive();
        if (faults.happens(0.5) && isYoungerThan(key, multipart, UNSEEN_UPLOAD)) {
            throw new ObjectStoreException.NoSuchMultipart("NoSuchUpload, not yet", cause());
        }
        Duration lag = faults.happens(1) ? faults.upTo(LISTING_LAG) : Duration.ZERO;
        return real.listParts(key, multipart, after, limit, clock.instant().minus(lag));
    }

    private boolean isYoungerThan(ObjectKey key, MultipartId multipart, Duration age) {
        Instant then = clock.instant().minus(age);
        return real.find(key, multipart).filter(m -> m.createdOn().isAfter(then)).isPresent();
    }

    @Override
    public void complete(
            ObjectKey key,
            MultipartId multipart,
            List<StoredPart> parts,
            Optional<Checksum> whole) {
        if (!faults.happens(2)) {
            real.complete(key, multipart, parts, whole);
            return;
        }
        CompletionFault[] all = CompletionFault.values();
        switch (all[random.nextInt(all.length)]) {
            case LOST_BEFORE -> throw unavailable("no answer, nothing done");
            case LOST_AFTER -> {
                quietly(() -> real.complete(key, multipart, parts, whole));
                throw unavailable("no answer, done");
            }
            case LATE -> {
                late.add(
                        "a late Complete of " + Brief.of(key),
                        faults.upTo(LATEST),
                        () -> quietly(() -> real.complete(key, multipart, parts, whole)));
                throw unavailable("no answer, done later");
            }
            case GONE_AFTER -> {
                real.complete(key, multipart, parts, whole);
                throw new ObjectStoreException.NoSuchMultipart("NoSuchUpload, done", cause());
            }
            case PARTS_REFUSED ->
                    throw new ObjectStoreException.PartsRefused("InvalidPart, a lie", cause());
            case CHECKSUM_REFUSED ->
                    throw new ObjectStoreException.ChecksumRefused("BadDigest, a lie", cause());
            case REFUSED -> throw new ObjectStoreException.Refused("AccessDenied", cause());
        }
    }

    /// One whose answer was lost may still come.
    @Override
    public StoredObject put(ObjectKey key, ByteBuffer bytes, String contentType) {
        mayNotArrive();
        Blob blob = Blob.of(bytes);
        mayBeLate("Put to " + Brief.of(key), () -> real.put(key, blob));
        StoredObject stored = real.put(key, blob);
        mayNotAnswer();
        return stored;
    }

    /// One whose answer was lost may still come, even after its upload was aborted.
    @Override
    public StoredPart sendPart(
            ObjectKey key, MultipartId multipart, PartNumber number, ByteBuffer bytes) {
        mayNotArrive();
        Blob blob = Blob.of(bytes);
        mayBeLate(
                "part %s of %s".formatted(number, Brief.of(key)),
                () -> real.putLate(key, multipart, number, blob));
        StoredPart sent = real.sendPart(key, multipart, number, bytes);
        mayNotAnswer();
        return sent;
    }

    @Override
    public Optional<ByteBuffer> read(ObjectKey key, long from, int length) {
        mayNotArrive();
        return real.read(key, from, length);
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (ObjectStoreException e) {
            // its answer is lost with it
        }
    }

    @Override
    public Optional<StoredObject> head(ObjectKey key) {
        mayNotArrive();
        Instant seen =
                faults.happens(2) ? clock.instant().minus(faults.upTo(HEAD_LAG)) : Instant.MAX;
        return real.object(key)
                .filter(o -> !o.joinedOn().isAfter(seen))
                .map(MemoryObject::described);
    }

    @Override
    public List<MultipartId> listMultiparts(ObjectKey key) {
        mayNotArrive();
        boolean lags = faults.happens(1);
        return real.listMultiparts(key).stream()
                .filter(id -> !(lags && isYoungerThan(key, id, UNLISTED_UPLOAD)))
                .toList();
    }

    @Override
    public void abort(ObjectKey key, MultipartId multipart) {
        rules.requireAbortOrdered(key, multipart);
        mayNotArrive();
        real.abort(key, multipart);
        mayNotAnswer();
    }

    @Override
    public void delete(ObjectKey key) {
        rules.requireDeleteOrdered(key);
        mayNotArrive();
        real.delete(key);
        mayNotAnswer();
    }

    @Override
    public List<PresignedPut> presignParts(
            ObjectKey key, MultipartId multipart, List<PartToSign> parts, Duration ttl) {
        return real.presignParts(key, multipart, parts, ttl);
    }

    @Override
    public PresignedGet presignGet(Download download, Duration ttl) {
        return real.presignGet(download, ttl);
    }

    private void mayBeLate(String what, Runnable effect) {
        if (faults.happens(0.5)) {
            late.add("a late " + what, faults.upTo(LATEST), effect);
            throw unavailable("no answer, done later");
        }
    }

    private void mayNotArrive() {
        if (faults.happens(0.5)) {
            throw unavailable("503, nothing done");
        }
    }

    private void mayNotAnswer() {
        if (faults.happens(0.5)) {
            throw unavailable("connection reset, done");
        }
    }

    private static ObjectStoreException.Unavailable unavailable(String message) {
        return new ObjectStoreException.Unavailable(message, cause());
    }

    private static Throwable cause() {
        return new IllegalStateException("by the seed");
    }
}
