package dev.penstock.core.object;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A bucket of an S3-compatible storage, seen through what Penstock needs of it. Safe for use by
/// many threads. No method is called inside a database transaction.
///
/// Every method that asks the storage throws an [ObjectStoreException]:
/// [ObjectStoreException.Unavailable] when the outcome is not known (time-out, 5xx, broken
/// connection) and the named ones when the storage refused definitely. Nothing is retried where a
/// repetition could change the outcome ([#complete]).
public interface ObjectStore {

    /// What this storage keeps. No call to the storage.
    StorageCapabilities capabilities();

    /// Opens a multipart upload under the key.
    ///
    /// @param checksum the algorithm whose values the parts will carry; empty leaves the choice to
    ///   the storage
    MultipartId createMultipart(
            ObjectKey key, String contentType, Optional<ChecksumAlgorithm> checksum);

    /// Signs a URL for each part, in the order asked for. No call to the storage.
    ///
    /// @param ttl how long the URLs live; shorter when the signing credentials end earlier
    List<PresignedPut> presignParts(
            ObjectKey key, MultipartId multipart, List<PartToSign> parts, Duration ttl);

    /// The parts that the storage holds, by number.
    ///
    /// @param after exclusive; empty from the first
    /// @param limit 1 to 1,000
    /// @throws ObjectStoreException.NoSuchMultipart when it was completed, aborted or dropped
    PartPage listParts(ObjectKey key, MultipartId multipart, Optional<PartNumber> after, int limit);

    /// All pages of [#listParts].
    default List<StoredPart> listAllParts(ObjectKey key, MultipartId multipart) {
        var all = new ArrayList<StoredPart>();
        Optional<PartNumber> after = Optional.empty();
        do {
            PartPage page = listParts(key, multipart, after, 1000);
            all.addAll(page.parts());
            after = page.nextAfter();
        } while (after.isPresent());
        return List.copyOf(all);
    }

    /// Makes the object from exactly these parts. Asked once, never retried inside.
    ///
    /// @param parts ascending; their ETags and, where present, checksums are held against the
    ///   storage's
    /// @param whole a checksum of the whole object for the storage to hold against its own
    /// @throws ObjectStoreException.NoSuchMultipart when it is gone, which may mean that an earlier
    ///   call worked: look with [#head]
    /// @throws ObjectStoreException.PartsRefused when a part is missing, other or too small
    /// @throws ObjectStoreException.ChecksumRefused when `whole` is not the checksum of the bytes
    void complete(
            ObjectKey key, MultipartId multipart, List<StoredPart> parts, Optional<Checksum> whole);

    /// Stores what the service itself has: one object of these bytes, which replaces any that the
    /// key had. The bytes travel with a checksum that this storage enforces, so that others than
    /// these are refused.
    ///
    /// May be repeated inside, with the same bytes. After an [ObjectStoreException.Unavailable] the
    /// object may be there or still come: use a key for one attempt only.
    ///
    /// @param bytes from its position to its limit, both left as they are; possibly none; not to be
    ///   changed before the call has returned
    /// @param contentType stored with the object as it is spelled here
    /// @throws ObjectStoreException.ChecksumRefused when other bytes arrived than were sent
    StoredObject put(ObjectKey key, ByteBuffer bytes, String contentType);

    /// Stores what the service itself has as a part; one that the number had is replaced. As with
    /// [#put], the bytes travel with a checksum.
    ///
    /// May be repeated inside, with the same bytes. After an [ObjectStoreException.Unavailable] the
    /// part may be there or still come.
    ///
    /// @param multipart one that was opened without an algorithm
    /// @param bytes from its position to its limit, both left as they are; not to be changed before
    ///   the call has returned
    /// @return what [#complete] wants to hear of it; the checksum is the storage's own where its
    ///   answer names one
    /// @throws ObjectStoreException.NoSuchMultipart when it was completed, aborted or dropped
    /// @throws ObjectStoreException.ChecksumRefused when other bytes arrived than were sent
    StoredPart sendPart(ObjectKey key, MultipartId multipart, PartNumber number, ByteBuffer bytes);

    /// Reads a run of bytes of an object. Holds no more than `length` bytes of it, and leaves the
    /// rest of a longer answer unread.
    ///
    /// @param from offset of the first byte, from 0
    /// @param length at least 1
    /// @return the bytes from position to limit: fewer than asked for where the object ends, none
    ///   at or past its end; empty when there is no such object
    Optional<ByteBuffer> read(ObjectKey key, long from, int length);

    /// The object under the key, if there is one.
    Optional<StoredObject> head(ObjectKey key);

    /// The unfinished multipart uploads of just this key.
    List<MultipartId> listMultiparts(ObjectKey key);

    /// Gives up a multipart upload and its parts. One that is gone already is fine.
    void abort(ObjectKey key, MultipartId multipart);

    /// Removes the object. One that is gone already is fine.
    void delete(ObjectKey key);

    /// Signs a URL that reads the object. No call to the storage.
    PresignedGet presignGet(Download download, Duration ttl);
}
