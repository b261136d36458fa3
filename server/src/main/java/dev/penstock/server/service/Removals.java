package dev.penstock.server.service;

import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.upload.Removal;
import dev.penstock.core.upload.RemovalRepository;
import java.time.Duration;
import java.util.List;

/// Removes from the storage what rows say is to go. Safe to repeat: a key only ever belonged to one
/// upload.
public final class Removals {
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final RemovalRepository removals;
    private final ObjectStore store;
    private final Duration again;

    /// @param urlTtl how long a part URL works. The second time comes when the last one has ended,
    ///   and a part that was begun with it has had as long again
    Removals(RemovalRepository removals, ObjectStore store, Duration urlTtl) {
        this.removals = removals;
        this.store = store;
        this.again = urlTtl.multipliedBy(2);
    }

    /// Does it at once for an upload that just ended, or a document that was just deleted; a
    /// storage that does not answer is asked again later.
    public void now(ObjectKey key) {
        removals.take(key, LEASE).ifPresent(this::carryOut);
    }

    /// Carries out some of those that are due.
    ///
    /// @return how many were due
    public int carryOutDue(int limit) {
        List<Removal> due = removals.takeDue(limit, LEASE);
        due.forEach(this::carryOut);
        return due.size();
    }

    private void carryOut(Removal removal) {
        try {
            removal.multipart().ifPresent(m -> store.abort(removal.key(), m));
            for (MultipartId stray : store.listMultiparts(removal.key())) {
                store.abort(removal.key(), stray);
            }
            store.delete(removal.key());
            removals.done(removal, again);
        } catch (ObjectStoreException e) {
            StorageCalls.report(e);
        }
    }
}
