package dev.penstock.core.upload;

import dev.penstock.core.object.ObjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Remembers what is to go from the storage. The rows come to be in the transaction in which an
/// upload ends without a document ([UploadRepository#save]) or a document is deleted, and nothing
/// is ever removed without one. Times are those of the database's clock.
public interface RemovalRepository {

    /// Enters a key before an object is written under it that may turn out not to be wanted: unless
    /// a document keeps it by then ([UploadRepository#complete]), it is removed.
    ///
    /// @param time how long whoever writes it has
    void reserve(ObjectKey key, Duration time);

    /// Ends a reservation early: the object was not wanted, and its removal is due.
    void release(ObjectKey key);

    /// Takes removals that are due, the longest due first. Until the lease ends nobody else gets
    /// them, and then anybody.
    ///
    /// @param limit at most so many
    List<Removal> takeDue(int limit, Duration lease);

    /// The same for one key; empty where there is no removal of it that is due, or another is at
    /// it. The second round is never brought forward: it waits for what comes late.
    Optional<Removal> take(ObjectKey key, Duration lease);

    /// The first round is done, and the second is due after a time; or the second is, and the
    /// removal is forgotten.
    void done(Removal removal, Duration again);
}
