package dev.penstock.core.upload;

import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Remembers uploads. Every call is one transaction; what was saved is durable on return. A change
/// is saved only over the very version it was made from, so of many that change one upload at once
/// exactly one is saved.
///
/// A path is unique per store among documents and uploads whose state claims it
/// ([UploadState#claimsPath]); a constraint of the database says so. The claim comes and goes with
/// the state, in the same transaction.
public interface UploadRepository {

    /// Enters a new upload, version 0, before the storage is asked for anything.
    void insert(Upload.Receiving upload);

    Optional<Upload> find(UploadId id);

    /// Writes `next` where the stored version is `next.version() - 1`.
    Outcome save(Upload next);

    /// Writes `next` and its document in one transaction, where the stored version is
    /// `next.version() - 1`.
    ///
    /// @return never [Outcome#PATH_TAKEN], since the upload claims the path already
    Outcome complete(Upload.Completed next, DocumentFamily family);

    /// The upload whose state claims the path in the store; for a document, the upload it came
    /// from.
    Optional<UploadId> pathHolder(StoreId store, DocumentPath path);

    /// How many of an intake's uploads are open ([UploadState#isOpen]) and, unless completing, not
    /// past their deadline.
    int countOpen(IntakeId intake, Instant now);

    /// An intake's uploads.
    Page<Upload> list(IntakeId intake, PageRequest page);

    /// Ids of an intake's uploads in an open state, at most `limit`.
    List<UploadId> listOpen(IntakeId intake, int limit);

    /// How a save ended.
    enum Outcome {
        SAVED,
        /// Somebody else changed the upload first: load it again.
        STALE,
        /// Another upload or document of the store has the path.
        PATH_TAKEN
    }
}
