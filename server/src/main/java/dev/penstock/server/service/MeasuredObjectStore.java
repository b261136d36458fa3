package dev.penstock.server.service;

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
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// An object store whose calls are timed, by operation and outcome. Labels are words of a closed
/// list: no key or id.
public final class MeasuredObjectStore implements ObjectStore {
    private final ObjectStore store;
    private final MeterRegistry registry;

    public MeasuredObjectStore(ObjectStore store, MeterRegistry registry) {
        this.store = store;
        this.registry = registry;
    }

    private enum Outcome {
        DONE,
        REFUSED,
        UNAVAILABLE
    }

    private <T> T timed(String operation, Supplier<T> call) {
        long start = System.nanoTime();
        Outcome outcome = Outcome.UNAVAILABLE;
        try {
            T answer = call.get();
            outcome = Outcome.DONE;
            return answer;
        } catch (ObjectStoreException.Unavailable e) {
            throw e;
        } catch (ObjectStoreException e) {
            outcome = Outcome.REFUSED;
            throw e;
        } finally {
            Timer.builder("penstock.storage.calls")
                    .description("Calls to the storage, by operation and outcome")
                    .tag("operation", operation)
                    .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .register(registry)
                    .record(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void timed(String operation, Runnable call) {
        timed(
                operation,
                () -> {
                    call.run();
                    return Outcome.DONE;
                });
    }

    @Override
    public StorageCapabilities capabilities() {
        return store.capabilities();
    }

    @Override
    public MultipartId createMultipart(
            ObjectKey key, String contentType, Optional<ChecksumAlgorithm> checksum) {
        return timed("create", () -> store.createMultipart(key, contentType, checksum));
    }

    @Override
    public List<PresignedPut> presignParts(
            ObjectKey key, MultipartId multipart, List<PartToSign> parts, Duration ttl) {
        return store.presignParts(key, multipart, parts, ttl);
    }

    @Override
    public PartPage listParts(
            ObjectKey key, MultipartId multipart, Optional<PartNumber> after, int limit) {
        return timed("list-parts", () -> store.listParts(key, multipart, after, limit));
    }

    @Override
    public void complete(
            ObjectKey key,
            MultipartId multipart,
            List<StoredPart> parts,
            Optional<Checksum> whole) {
        timed("complete", () -> store.complete(key, multipart, parts, whole));
    }

    @Override
    public StoredObject put(ObjectKey key, ByteBuffer bytes, String contentType) {
        return timed("put", () -> store.put(key, bytes, contentType));
    }

    @Override
    public StoredPart sendPart(
            ObjectKey key, MultipartId multipart, PartNumber number, ByteBuffer bytes) {
        return timed("send-part", () -> store.sendPart(key, multipart, number, bytes));
    }

    @Override
    public Optional<ByteBuffer> read(ObjectKey key, long from, int length) {
        return timed("read", () -> store.read(key, from, length));
    }

    @Override
    public Optional<StoredObject> head(ObjectKey key) {
        return timed("head", () -> store.head(key));
    }

    @Override
    public List<MultipartId> listMultiparts(ObjectKey key) {
        return timed("list-multiparts", () -> store.listMultiparts(key));
    }

    @Override
    public void abort(ObjectKey key, MultipartId multipart) {
        timed("abort", () -> store.abort(key, multipart));
    }

    @Override
    public void delete(ObjectKey key) {
        timed("delete", () -> store.delete(key));
    }

    @Override
    public PresignedGet presignGet(Download download, Duration ttl) {
        return store.presignGet(download, ttl);
    }
}
