package dev.penstock.client;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// Begins again what the storage lost, a few times: one that drops every upload is not mended by
/// sending more.
final class Restarts {
    private static final int MOST = 3;

    private final UploadJournal journal;
    private final ProgressListener listener;

    Restarts(UploadJournal journal, ProgressListener listener) {
        this.journal = journal;
        this.listener = listener;
    }

    /// The journal forgets an upload that is over, but a lost one only when another is in its
    /// place: if that cannot begin, the lost one is resumed later, which begins it.
    ///
    /// @param first the upload as it is begun or resumed
    /// @param anew a new one, given the id of the one that it replaces
    /// @throws UploadGoneException when it was not lost, or too often
    SentFile untilKept(Supplier<SentFile> first, Function<UUID, SentFile> anew) {
        var attempt = first;
        for (int lost = 1; ; lost++) {
            try {
                return attempt.get();
            } catch (UploadGoneException e) {
                if (e.reason() != UploadGoneException.Cause.LOST || lost > MOST) {
                    journal.remove(e.uploadId());
                    throw e;
                }
                listener.on(new UploadEvent.StartingAnew(e.uploadId(), lost));
                attempt = () -> anew.apply(e.uploadId());
            }
        }
    }
}
