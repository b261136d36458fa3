package dev.penstock.server.service;

import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectChecksum;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.StoredObject;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sends the file of a direct upload on to the storage, with no more of it in memory than one part:
/// one PUT where it fits a buffer, else a multipart upload. What goes wrong leaves nothing that the
/// key's removal does not find.
final class DirectSending {
    /// A file that fits takes no buffer of the others'.
    private static final int SMALL = 64 << 10;

    private final ObjectStore store;
    private final PartBuffers buffers;

    DirectSending(ObjectStore store, PartBuffers buffers) {
        this.store = store;
        this.buffers = buffers;
    }

    /// What the storage holds.
    record Sent(StoredObject object, int parts) {}

    /// @throws ProblemException `storage-unavailable`, and what the form has against the file
    Sent send(ObjectKey key, String contentType, DirectFile file) {
        try {
            byte[] first = new byte[SMALL];
            int read = file.fill(first, 0);
            return read < SMALL
                    ? put(key, contentType, ByteBuffer.wrap(first, 0, read), file)
                    : sendLarger(key, contentType, first, file);
        } catch (ObjectStoreException e) {
            throw StorageCalls.unavailable(e);
        }
    }

    private Sent sendLarger(ObjectKey key, String contentType, byte[] first, DirectFile file) {
        MultipartId multipart;
        StoredPart firstPart;
        try (PartBuffers.Lent buffer = buffers.lend()) {
            System.arraycopy(first, 0, buffer.bytes, 0, first.length);
            int length = first.length + file.fill(buffer.bytes, first.length);
            if (length < buffer.bytes.length) {
                return put(key, contentType, ByteBuffer.wrap(buffer.bytes, 0, length), file);
            }
            multipart = store.createMultipart(key, contentType, Optional.empty());
            firstPart =
                    store.sendPart(key, multipart, PartNumber.of(1), ByteBuffer.wrap(buffer.bytes));
        }
        List<StoredPart> parts = new ArrayList<>(List.of(firstPart));
        while (sendNext(key, multipart, file, parts)) {}
        return join(key, multipart, file, parts);
    }

    /// @return whether more may follow
    private boolean sendNext(
            ObjectKey key, MultipartId multipart, DirectFile file, List<StoredPart> parts) {
        try (PartBuffers.Lent buffer = buffers.lend()) {
            int length = file.fill(buffer.bytes, 0);
            if (length > 0) {
                parts.add(
                        store.sendPart(
                                key,
                                multipart,
                                PartNumber.of(parts.size() + 1),
                                ByteBuffer.wrap(buffer.bytes, 0, length)));
            }
            return length == buffer.bytes.length;
        }
    }

    private Sent put(ObjectKey key, String contentType, ByteBuffer bytes, DirectFile file) {
        StoredObject object = store.put(key, bytes, contentType);
        return new Sent(checked(object, file), 1);
    }

    private Sent join(
            ObjectKey key, MultipartId multipart, DirectFile file, List<StoredPart> parts) {
        try {
            store.complete(key, multipart, parts, Optional.empty());
        } catch (ObjectStoreException.Unavailable | ObjectStoreException.NoSuchMultipart e) {
            StorageCalls.report(e); // what is there decides
        }
        StoredObject object =
                store.head(key)
                        .orElseThrow(() ->
                                StorageCalls.unavailable(
                                        "The storage did not join the parts: repeat the call."));
        return new Sent(checked(object, file), parts.size());
    }

    /// Every PUT carried a checksum that the storage enforces; the whole is compared all the same.
    private static StoredObject checked(StoredObject object, DirectFile file) {
        ObjectChecksum whole = file.checksum();
        boolean other =
                !object.size().equals(file.size())
                        || object.checksum()
                                .filter(c -> c.algorithm() == whole.algorithm())
                                .filter(c -> c.type() == whole.type())
                                .filter(c -> !c.equals(whole))
                                .isPresent();
        if (other) {
            throw StorageCalls.unavailable(
                    "The storage holds other bytes than it was sent: repeat the call.");
        }
        return new StoredObject(file.size(), object.etag(), Optional.of(whole));
    }
}
