package dev.penstock.server.service;

import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.StoredObject;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.CompletionCheck;
import dev.penstock.core.upload.JoinedObject;
import dev.penstock.core.upload.Upload;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The storage's share of a completion: `completing` → `stored`. What the storage holds decides,
/// never its last answer: after every answer but a refusal with the parts still there, the object
/// is looked at and compared. Safe to repeat: it asks for the same parts under the same key.
final class StorageCompletion {
    /// An object that is not there may still come, from a call whose answer was lost.
    private static final Duration LATE = Duration.ofMinutes(1);

    /// How often an object is looked for that can only be there already, however the clocks of
    /// nodes differ: some storages take a moment to show one.
    private static final int LAST_LOOKS = 5;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final ObjectStore store;
    private final InstantSource clock;
    private final Pause pause;
    private final UploadSteps steps;

    StorageCompletion(ObjectStore store, InstantSource clock, Pause pause, UploadSteps steps) {
        this.store = store;
        this.clock = clock;
        this.pause = pause;
        this.steps = steps;
    }

    /// Finds out how a completion ended that a former holder of the lease began, and goes on with
    /// it.
    ///
    /// @return as [#ask]
    Upload settle(Leases.Held lease, Upload.Completing upload) {
        return look(lease, upload).orElseGet(() -> ask(lease, upload));
    }

    /// Asks the storage to join the parts, and looks what came of it.
    ///
    /// @return `stored`; `receiving` when the storage does not have the parts as they were listed;
    ///   any state when the lease was lost
    Upload ask(Leases.Held lease, Upload.Completing upload) {
        return ask(lease, upload, PartsRefused.ASK_ONCE_MORE);
    }

    /// What the storage said of the call that is looked after.
    private enum Answer {
        JOINED,
        /// None, or one that proves nothing.
        DOUBTFUL
    }

    /// What follows when the storage refuses the parts that it lists.
    private enum PartsRefused {
        ASK_ONCE_MORE,
        GIVE_BACK
    }

    private Upload ask(Leases.Held lease, Upload.Completing upload, PartsRefused then) {
        try {
            store.complete(
                    upload.announcement().key(),
                    upload.open(),
                    upload.verified().parts(),
                    upload.verified().whole());
        } catch (ObjectStoreException.PartsRefused e) {
            return refused(lease, upload, then);
        } catch (ObjectStoreException.ChecksumRefused e) {
            return checksumRefused(lease, upload);
        } catch (ObjectStoreException.NoSuchMultipart e) {
            return gone(lease, upload);
        } catch (ObjectStoreException e) {
            return look(lease, upload).orElseThrow(() -> StorageCalls.unavailable(e));
        }
        return look(lease, upload, Answer.JOINED).orElseThrow(StorageCompletion::notThereYet);
    }

    // --- after a refusal

    private Upload refused(Leases.Held lease, Upload.Completing upload, PartsRefused then) {
        Optional<List<StoredPart>> listed = StorageCalls.listing(store, upload);
        if (listed.isEmpty()) {
            return gone(lease, upload);
        }
        boolean asVerified = listed.get().containsAll(upload.verified().parts());
        if (asVerified && then == PartsRefused.ASK_ONCE_MORE) {
            return ask(lease, upload, PartsRefused.GIVE_BACK);
        }
        Upload after = giveBack(lease, ProblemCode.PART_MISMATCH);
        if (asVerified && after instanceof Upload.Receiving) {
            throw refusesWhatItLists();
        }
        return after;
    }

    private Upload checksumRefused(Leases.Held lease, Upload.Completing upload) {
        if (StorageCalls.listing(store, upload).isEmpty()) {
            return gone(lease, upload);
        }
        Upload after = giveBack(lease, ProblemCode.CHECKSUM_MISMATCH);
        if (after instanceof Upload.Receiving) {
            throw CompletionCheck.checksumMismatch();
        }
        return after;
    }

    private Upload giveBack(Leases.Held lease, ProblemCode cause) {
        return steps.save(lease, new Command.GiveBack(cause));
    }

    // --- the look

    /// The storage says that there is no such upload: this or an earlier call worked, or it dropped
    /// the upload.
    private Upload gone(Leases.Held lease, Upload.Completing upload) {
        return look(lease, upload)
                .orElseGet(() -> {
                    boolean mayCome = clock.instant().isBefore(upload.changedOn().plus(LATE));
                    if (mayCome || StorageCalls.listing(store, upload).isPresent()) {
                        throw notThereYet();
                    }
                    return lostUnlessShown(lease, upload);
                });
    }

    /// Nothing can bring the object any more.
    private Upload lostUnlessShown(Leases.Held lease, Upload.Completing upload) {
        for (int i = 0; i < LAST_LOOKS; i++) {
            pause.lasting(BETWEEN_LOOKS);
            Optional<Upload> shown = look(lease, upload);
            if (shown.isPresent()) {
                return shown.get();
            }
        }
        return fail(lease, UploadLookup.lost());
    }

    /// Empty: there is no object.
    private Optional<Upload> look(Leases.Held lease, Upload.Completing upload) {
        return look(lease, upload, Answer.DOUBTFUL);
    }

    private Optional<Upload> look(Leases.Held lease, Upload.Completing upload, Answer answer) {
        try {
            return store.head(upload.announcement().key())
                    .map(object -> confirm(lease, upload, object, answer));
        } catch (ObjectStoreException e) {
            throw StorageCalls.unavailable(e);
        }
    }

    private Upload confirm(
            Leases.Held lease, Upload.Completing upload, StoredObject object, Answer answer) {
        Optional<Problem> wrong =
                JoinedObject.difference(upload.verified(), object, store.capabilities())
                        .or(() -> earlier(upload, object, answer));
        return wrong.isPresent()
                ? fail(lease, wrong.get())
                : steps.advance(lease, new Command.ConfirmStored(object))
                        .orElseGet(() -> steps.again(upload));
    }

    /// Where an earlier completion was asked for and came back, the storage may have carried it out
    /// late, over parts that were sent anew since. An object that nothing distinguishes from that
    /// is not taken for this one.
    private Optional<Problem> earlier(
            Upload.Completing upload, StoredObject object, Answer answer) {
        return answer == Answer.DOUBTFUL
                        && upload.refusal().isPresent()
                        && !JoinedObject.isProven(upload.verified(), object, store.capabilities())
                ? Optional.of(
                        Problem.of(
                                ProblemCode.UPLOAD_LOST,
                                "The storage may have joined the parts of an earlier completion:"
                                        + " request a new upload and send again."))
                : Optional.empty();
    }

    private Upload fail(Leases.Held lease, Problem problem) {
        Upload after = steps.save(lease, new Command.Fail(problem.code()));
        if (after instanceof Upload.Failed) {
            throw problem.asException();
        }
        return after;
    }

    // --- problems

    private static ProblemException notThereYet() {
        return StorageCalls.unavailable(
                "The storage does not show yet how the completion ended: repeat the call.");
    }

    private static ProblemException refusesWhatItLists() {
        return StorageCalls.unavailable(
                "The storage refuses to join the very parts that it lists: repeat the call, or send"
                        + " them again.");
    }
}
