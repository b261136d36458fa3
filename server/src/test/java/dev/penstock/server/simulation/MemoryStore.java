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
import dev.penstock.core.upload.PartPlan;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A bucket in memory that does what S3 says, at once. Checksums are not among it.
final class MemoryStore implements ObjectStore {
    private final InstantSource clock;
    private final StorageCapabilities capabilities;
    private final Map<ObjectKey, MemoryObject> objects = new LinkedHashMap<>();
    private final Map<MultipartId, MemoryMultipart> multiparts = new LinkedHashMap<>();
    private final Set<MultipartId> aborted = new HashSet<>();
    private int made;
    private int changes;

    MemoryStore(InstantSource clock, StorageCapabilities capabilities) {
        this.clock = clock;
        this.capabilities = capabilities;
    }

    @Override
    public StorageCapabilities capabilities() {
        return capabilities;
    }

    @Override
    public MultipartId createMultipart(
            ObjectKey key, String contentType, Optional<ChecksumAlgorithm> checksum) {
        var id = new MultipartId("multipart-" + ++made);
        multiparts.put(id, new MemoryMultipart(id, key, clock.instant()));
        changes++;
        return id;
    }

    /// URLs of a scheme that no client knows: parts are sent with [#put].
    @Override
    public List<PresignedPut> presignParts(
            ObjectKey key, MultipartId multipart, List<PartToSign> parts, Duration ttl) {
        return parts.stream()
                .map(part ->
                        new PresignedPut(
                                part.number(),
                                "memory:" + multipart.value() + "/" + part.number(),
                                clock.instant().plus(ttl),
                                Map.of()))
                .toList();
    }

    /// A part arrives.
    ///
    /// @return false when there is no such upload
    boolean put(ObjectKey key, MultipartId multipart, PartNumber number, Blob blob) {
        Optional<MemoryMultipart> open = find(key, multipart);
        open.ifPresent(m -> m.put(number, blob, clock.instant()));
        changes++;
        return open.isPresent();
    }

    /// A part arrives that was on its way when its upload was aborted, and stays.
    void putLate(ObjectKey key, MultipartId multipart, PartNumber number, Blob blob) {
        if (!put(key, multipart, number, blob) && aborted.contains(multipart)) {
            var back = new MemoryMultipart(multipart, key, clock.instant());
            back.put(number, blob, clock.instant());
            multiparts.put(multipart, back);
        }
    }

    @Override
    public PartPage listParts(
            ObjectKey key, MultipartId multipart, Optional<PartNumber> after, int limit) {
        return listParts(key, multipart, after, limit, clock.instant());
    }

    /// The listing as it was at a time.
    PartPage listParts(
            ObjectKey key,
            MultipartId multipart,
            Optional<PartNumber> after,
            int limit,
            Instant time) {
        List<StoredPart> rest =
                find(key, multipart).orElseThrow(MemoryStore::gone).listed(time).stream()
                        .filter(part -> after.isEmpty() || part.number().compareTo(after.get()) > 0)
                        .toList();
        if (rest.size() <= limit) {
            return new PartPage(rest, Optional.empty());
        }
        return new PartPage(rest.subList(0, limit), Optional.of(rest.get(limit - 1).number()));
    }

    @Override
    public void complete(
            ObjectKey key,
            MultipartId multipart,
            List<StoredPart> parts,
            Optional<Checksum> whole) {
        MemoryMultipart open =
                find(key, multipart)
                        .filter(m -> !aborted.contains(m.id()))
                        .orElseThrow(MemoryStore::gone);
        List<Blob> blobs = parts.stream().map(part -> held(open, part)).toList();
        requireLargeEnough(blobs);
        objects.put(key, MemoryObject.joined(blobs, clock.instant()));
        multiparts.remove(multipart);
        changes++;
    }

    private static Blob held(MemoryMultipart open, StoredPart part) {
        return open.part(part.number())
                .filter(blob -> blob.etag().equals(part.etag()))
                .orElseThrow(() -> refused("InvalidPart " + part.number()));
    }

    private static void requireLargeEnough(List<Blob> blobs) {
        if (blobs.isEmpty()) {
            throw refused("MalformedXML");
        }
        for (Blob blob : blobs.subList(0, blobs.size() - 1)) {
            if (PartPlan.MIN_PART.isMoreThan(blob.size())) {
                throw refused("EntityTooSmall");
            }
        }
    }

    @Override
    public StoredObject put(ObjectKey key, ByteBuffer bytes, String contentType) {
        return put(key, Blob.of(bytes));
    }

    StoredObject put(ObjectKey key, Blob blob) {
        MemoryObject object = MemoryObject.sent(blob, clock.instant());
        objects.put(key, object);
        changes++;
        return object.described();
    }

    @Override
    public StoredPart sendPart(
            ObjectKey key, MultipartId multipart, PartNumber number, ByteBuffer bytes) {
        Blob blob = Blob.of(bytes);
        if (!put(key, multipart, number, blob)) {
            throw gone();
        }
        return new StoredPart(number, blob.size(), blob.etag(), Optional.empty());
    }

    /// Where few bytes stand for many, those few.
    @Override
    public Optional<ByteBuffer> read(ObjectKey key, long from, int length) {
        return object(key).map(object -> object.bytes(from, length));
    }

    @Override
    public Optional<StoredObject> head(ObjectKey key) {
        return object(key).map(MemoryObject::described);
    }

    @Override
    public List<MultipartId> listMultiparts(ObjectKey key) {
        return multiparts.values().stream()
                .filter(m -> m.key().equals(key))
                .map(MemoryMultipart::id)
                .toList();
    }

    @Override
    public void abort(ObjectKey key, MultipartId multipart) {
        if (drop(key, multipart)) {
            aborted.add(multipart);
        }
    }

    /// Loses a multipart upload, as storages with a clean-up of their own do.
    boolean drop(ObjectKey key, MultipartId multipart) {
        changes++;
        return find(key, multipart).map(m -> multiparts.remove(m.id())).isPresent();
    }

    @Override
    public void delete(ObjectKey key) {
        objects.remove(key);
        changes++;
    }

    @Override
    public PresignedGet presignGet(Download download, Duration ttl) {
        return new PresignedGet(URI.create("memory:object"), clock.instant().plus(ttl));
    }

    // --- what it really holds

    Optional<MemoryObject> object(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    Optional<MemoryMultipart> find(ObjectKey key, MultipartId id) {
        return Optional.ofNullable(multiparts.get(id)).filter(m -> m.key().equals(key));
    }

    Set<ObjectKey> objectKeys() {
        return objects.keySet();
    }

    List<MemoryMultipart> multiparts() {
        return List.copyOf(multiparts.values());
    }

    /// Grows with every call that may have changed something.
    int changes() {
        return changes;
    }

    private static ObjectStoreException.NoSuchMultipart gone() {
        return new ObjectStoreException.NoSuchMultipart("NoSuchUpload", cause());
    }

    private static ObjectStoreException.PartsRefused refused(String code) {
        return new ObjectStoreException.PartsRefused(code, cause());
    }

    private static Throwable cause() {
        return new IllegalStateException("by the storage in memory");
    }
}
