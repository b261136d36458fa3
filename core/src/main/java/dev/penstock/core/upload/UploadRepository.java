package dev.penstock.core.upload;

import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.NewDocument;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Remembers uploads. Every call is one transaction; what was saved is durable on return. A change
/// is saved only over the very version it was made from, so of many that change one upload at once
/// exactly one is saved.
///
/// A path is unique per store among documents and uploads whose state claims it
/// ([UploadState#claimsPath]); a constraint of the database says so. The claim comes and goes with
/// the state, in the same transaction, and so does the [UploadStep] that [UploadHistory] tells of.
public interface UploadRepository {

    /// Enters a new upload, version 0, before the storage is asked for anything. Who enters it has
    /// the lease on opening it.
    ///
    /// @param key under which it may be asked for again; where it was used within
    ///   [IdempotencyKey#KEPT], for an upload that the storage did not refuse to open, nothing is
    ///   entered
    /// @return what the key stands for already, where nothing was entered
    Optional<KeyedUpload> insert(
            Upload.Receiving upload, Optional<IdempotencyKey> key, Duration lease);

    /// What a key stands for.
    ///
    /// @param now keys older than [IdempotencyKey#KEPT] stand for nothing
    Optional<KeyedUpload> find(IdempotencyKey key, Instant now);

    Optional<Upload> find(UploadId id);

    /// All uploads of the direct upload that began with this one, in their order: just itself where
    /// it was alone, or no [IdempotencyKey] came with it.
    List<UploadId> keyed(UploadId first);

    /// Writes `next` where the stored version is `next.version() - 1`, and nobody holds a lease on
    /// it afterwards. An upload that ended without a document leaves a [Removal], in the same
    /// transaction.
    Outcome save(Upload next);

    /// The same, and the caller holds the lease on `next`. Only who holds the lease on the version
    /// before may ask, or who changes an upload that waits for nobody.
    Outcome save(Upload next, Duration lease);

    /// Writes uploads and the documents that they become in one transaction: all of them, or none.
    /// Labels that are new come to be.
    ///
    /// @return [Outcome#STALE] when an upload is not of the version before any more, the status of
    ///   a document is gone, or the reservation of its container has run out
    Outcome complete(List<Finished> finished);

    /// An upload and the document that it becomes.
    record Finished(Upload.Completed upload, NewDocument document) {
        public Finished {
            if (!document.id().equals(upload.family())
                    || !document.uploadId().equals(upload.id().value())
                    || !document.store().id().equals(upload.announcement().storeId())
                    || !document.path().equals(upload.path())) {
                throw new IllegalArgumentException("the document is not that of the upload");
            }
        }
    }

    /// The upload whose state claims the path in the store; for a document, the upload it came
    /// from.
    Optional<UploadId> pathHolder(StoreId store, DocumentPath path);

    /// How many of an intake's uploads are open ([UploadState#isOpen]) and, unless completing, not
    /// past their deadline.
    int countOpen(IntakeId intake, Instant now);

    /// An intake's uploads.
    ///
    /// @param now for what is past its deadline and not yet saved as expired
    Page<Upload> list(IntakeId intake, UploadFilter filter, Instant now, PageRequest page);

    /// Ids of an intake's uploads in an open state, at most `limit`.
    List<UploadId> listOpen(IntakeId intake, int limit);

    // --- leases, by the database's clock

    /// Takes the lease on an upload, where its version is still this one and nobody holds one. The
    /// version is counted up, so whatever the former holder saves from now on is stale.
    Optional<Upload> take(Upload upload, Duration lease);

    /// Makes a lease end later.
    ///
    /// @return false when the upload is no longer of this version
    boolean renew(Upload upload, Duration lease);

    /// Ends the lease of who cannot go on: anybody may take it at once.
    void release(Upload upload);

    /// Uploads that somebody worked on, and whose lease has ended: the longest ago first.
    List<UploadId> unattended(int limit);

    // --- what background work looks for

    /// Uploads past their deadline and not yet saved as expired.
    List<UploadId> overdue(Instant now, int limit);

    /// Uploads that receive parts, by id.
    ///
    /// @param after exclusive; empty from the first
    List<UploadId> receiving(Optional<UploadId> after, int limit);

    /// Open uploads of intakes that have been deleted.
    List<UploadId> orphaned(int limit);

    /// Forgets idempotency keys older than [IdempotencyKey#KEPT].
    void forgetKeys(Instant now);

    /// How a save ended.
    enum Outcome {
        SAVED,
        /// Somebody else changed the upload first: load it again.
        STALE,
        /// Another upload or document of the store has the path.
        PATH_TAKEN
    }
}
