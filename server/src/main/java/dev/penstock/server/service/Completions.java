package dev.penstock.server.service;

import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.DocumentRepository;
import dev.penstock.core.document.Warning;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.Announcement;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.CompletionCheck;
import dev.penstock.core.upload.CompletionRequest;
import dev.penstock.core.upload.Step;
import dev.penstock.core.upload.Transitions;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadRepository;
import dev.penstock.core.upload.VerifiedParts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Turns a received upload into a document, once.
///
/// The listing is verified, `completing` is saved with the whole request (the path is claimed) and
/// a lease, the storage is asked, what it holds is compared, `stored` is saved, and one transaction
/// makes the document and `completed` ([CompletionWork]). Of many calls one takes each step: the
/// others wait, and go on where it stopped when its lease ends.
public final class Completions {
    private static final Duration LISTING_AGAIN = Duration.ofMillis(500);

    private final UploadRepository uploads;
    private final DocumentRepository documents;
    private final ObjectStore store;
    private final InstantSource clock;
    private final Pause pause;
    private final UploadLookup lookup;
    private final UploadSteps steps;
    private final Leases leases;
    private final CompletionWork work;
    private final Duration patience;

    Completions(
            UploadRepository uploads,
            DocumentRepository documents,
            ObjectStore store,
            InstantSource clock,
            Pause pause,
            UploadLookup lookup,
            UploadSteps steps,
            Leases leases,
            CompletionWork work,
            Duration patience) {
        this.uploads = uploads;
        this.documents = documents;
        this.store = store;
        this.clock = clock;
        this.pause = pause;
        this.lookup = lookup;
        this.steps = steps;
        this.leases = leases;
        this.work = work;
        this.patience = patience;
    }

    /// The document, and whether this call made it.
    public sealed interface Result {
        DocumentFamily family();

        /// This call made it.
        record Made(DocumentFamily family) implements Result {}

        /// It was there already.
        ///
        /// @param warnings about what this call said and was not used
        record Repeated(DocumentFamily family, List<Warning> warnings) implements Result {}
    }

    /// Brings the upload to its document, from wherever it stands.
    ///
    /// @param underWay runs once it is certain that there will be an end, though nobody calls again
    /// @throws ProblemException with what stands against it; the upload stays open wherever the
    ///   caller can mend it
    public Result complete(Intake intake, CompletionCall call, Runnable underWay) {
        Upload upload = lookup.find(intake, call.id(), Optional.of(call.key()));
        var turn = new Turn(clock, pause, patience, upload);
        while (!(upload instanceof Upload.Completed completed)) {
            switch (step(intake, upload, call, underWay, turn)) {
                case CompletionWork.End.Made(var made) -> {
                    return new Result.Made(document(made));
                }
                case CompletionWork.End.Elsewhere(var now) -> upload = now;
            }
        }
        return repeated(completed, call);
    }

    private CompletionWork.End step(
            Intake intake, Upload upload, CompletionCall call, Runnable underWay, Turn turn) {
        return switch (upload) {
            case Upload.Receiving receiving -> {
                turn.begins();
                yield begin(intake, receiving, call, underWay);
            }
            case Upload.Completing u -> takeUp(intake, u, call, underWay, turn);
            case Upload.Stored u -> takeUp(intake, u, call, underWay, turn);
            case Upload.Completed u -> new CompletionWork.End.Elsewhere(u);
            case Upload.Rejected u -> throw closed(u);
            case Upload.Failed u -> throw closed(u);
            case Upload.Aborted u -> throw closed(u);
            case Upload.Expired u -> throw closed(u);
        };
    }

    // --- receiving → completing

    private CompletionWork.End begin(
            Intake intake, Upload.Receiving upload, CompletionCall call, Runnable underWay) {
        Announcement a = upload.announcement();
        DocumentPath path = requirePath(a, call);
        var check = new CompletionCheck(a, store.capabilities(), call.claim().apply(upload));
        check.requirePossible();
        Optional<List<StoredPart>> held = listing(upload);
        if (held.isEmpty()) {
            return new CompletionWork.End.Elsewhere(lost(upload));
        }
        VerifiedParts verified = check.verify(held.get());
        if (verified.size().isMoreThan(intake.limits().maxFileBytes())) {
            throw UploadRequests.fileTooLarge(intake.limits().maxFileBytes(), verified.size());
        }
        Step step =
                Transitions.apply(
                        upload,
                        new Command.BeginCompletion(call.request(path), verified),
                        clock.instant());
        if (!(step instanceof Step.To(Upload completing))) {
            throw refused(step, upload);
        }
        return switch (uploads.save(completing, leases.length())) {
            case SAVED -> {
                Leases.Held lease = leases.hold(completing);
                underWay.run();
                yield work.finish(
                        lease, CompletionWork.Storage.NOT_ASKED, intake, _ -> Optional.empty());
            }
            case STALE -> new CompletionWork.End.Elsewhere(lookup.again(upload));
            case PATH_TAKEN -> throw UploadRequests.pathTaken(path.value());
        };
    }

    /// Another path than announced is taken only where the announced one is another's by now.
    private DocumentPath requirePath(Announcement a, CompletionCall call) {
        DocumentPath path = call.path().orElse(a.path());
        boolean announcedIsFree =
                !path.equals(a.path())
                        && uploads.pathHolder(a.storeId(), a.path())
                                .filter(holder -> !holder.equals(a.id()))
                                .isEmpty();
        if (announcedIsFree) {
            throw new ProblemException(
                    ProblemCode.PATH_MISMATCH,
                    "The upload was announced for '%s': complete it under that path, or leave path out."
                            .formatted(a.path()));
        }
        return path;
    }

    /// Empty: the storage has no such upload any more, and says so twice.
    private Optional<List<StoredPart>> listing(Upload.Receiving upload) {
        Optional<List<StoredPart>> first = StorageCalls.listing(store, upload);
        if (first.isPresent()) {
            return first;
        }
        pause.lasting(LISTING_AGAIN);
        return StorageCalls.listing(store, upload);
    }

    /// @return the upload as another call has saved it meanwhile, which then counts
    /// @throws ProblemException `upload-lost`
    private Upload lost(Upload.Receiving upload) {
        Upload after = steps.save(upload, new Command.Fail(ProblemCode.UPLOAD_LOST));
        if (after instanceof Upload.Failed) {
            throw UploadLookup.lost().asException();
        }
        return after;
    }

    // --- completing or stored → completed

    /// Takes up what nobody attends, or waits for who does.
    private CompletionWork.End takeUp(
            Intake intake, Upload upload, CompletionCall call, Runnable underWay, Turn turn) {
        underWay.run();
        Optional<Leases.Held> lease = leases.take(upload);
        if (lease.isEmpty()) {
            turn.waits();
            return new CompletionWork.End.Elsewhere(lookup.again(upload));
        }
        return work.finish(
                lease.get(),
                CompletionWork.Storage.MAYBE_ASKED,
                intake,
                stored -> restated(stored, call));
    }

    /// A completion that is repeated while there is no document yet brings new fields; the path is
    /// claimed, and stays.
    private static Optional<CompletionRequest> restated(Upload.Stored stored, CompletionCall call) {
        return Optional.of(call.request(stored.path()))
                .filter(r -> call.saysSomething() && !r.equals(stored.request()));
    }

    private DocumentFamily document(Upload.Completed completed) {
        return documents.find(completed.family()).orElseThrow(() -> closed(completed));
    }

    private Result repeated(Upload.Completed completed, CompletionCall call) {
        DocumentFamily family = document(completed);
        boolean ignored =
                call.saysSomething() && !call.request(completed.path()).equals(completed.request());
        return new Result.Repeated(
                family, ignored ? List.of(Warning.ALREADY_COMPLETED) : List.of());
    }

    // --- recovery

    /// Finishes or rolls back what nobody attends any more.
    ///
    /// @param intake empty when it was deleted
    /// @throws ProblemException when the storage does not decide, or decides against the upload
    public void recover(Upload upload, Optional<Intake> intake) {
        Optional<Leases.Held> lease = isUnfinished(upload) ? leases.take(upload) : Optional.empty();
        if (lease.isEmpty()) {
            return;
        }
        if (upload instanceof Upload.Receiving) {
            neverOpened(lease.get());
        } else if (intake.isEmpty()) {
            work.giveUp(lease.get());
        } else {
            work.finish(
                    lease.get(),
                    CompletionWork.Storage.MAYBE_ASKED,
                    intake.get(),
                    _ -> Optional.empty());
        }
    }

    /// Whether somebody is to work on it: who did may have come to an end since it was found
    /// unattended.
    private static boolean isUnfinished(Upload upload) {
        return switch (upload) {
            case Upload.Receiving u -> u.multipart().isEmpty();
            case Upload.Completing ignored -> true;
            case Upload.Stored ignored -> true;
            case Upload.Completed ignored -> false;
            case Upload.Rejected ignored -> false;
            case Upload.Failed ignored -> false;
            case Upload.Aborted ignored -> false;
            case Upload.Expired ignored -> false;
        };
    }

    /// Whoever was to open it died, and nobody was told its id.
    private void neverOpened(Leases.Held lease) {
        try (lease) {
            steps.save(lease, new Command.Fail(ProblemCode.STORAGE_UNAVAILABLE));
        }
    }

    // --- problems

    static ProblemException closed(Upload upload) {
        Step step =
                Transitions.apply(
                        upload, new Command.SignParts(), upload.announcement().deadline());
        return refused(step, upload);
    }

    static ProblemException refused(Step step, Upload upload) {
        return step instanceof Step.Refused(Problem problem)
                ? problem.asException()
                : Turn.inProgress(upload);
    }
}
