package dev.penstock.server.service;

import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.DocumentRepository;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.intake.DocumentStoreRepository;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.Announcement;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.CompletionCheck;
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
/// The listing is verified, `completing` is saved with the whole request (the path is claimed), the
/// storage is asked, what it holds is compared, `stored` is saved, and one transaction makes the
/// document and `completed`. Each step is saved over the version it came from, so of many calls one
/// takes it and the others go on from what it saved. A call that finds `completing` (another call
/// is at it, or a crash cut it) looks whether the object is there and asks the storage again from
/// the saved request: the same parts under the same key, so repeating is harmless.
public final class Completions {
    private static final int TRIES = 8;
    private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

    private final UploadRepository uploads;
    private final DocumentRepository documents;
    private final DocumentStoreRepository stores;
    private final ObjectStore store;
    private final Ids ids;
    private final InstantSource clock;
    private final UploadLookup lookup;
    private final UploadSteps steps;
    private final StorageCompletion inStorage;
    private final UploadCounters counters;

    Completions(
            UploadRepository uploads,
            DocumentRepository documents,
            DocumentStoreRepository stores,
            ObjectStore store,
            Ids ids,
            InstantSource clock,
            UploadCounters counters) {
        this.uploads = uploads;
        this.documents = documents;
        this.stores = stores;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.lookup = new UploadLookup(uploads, clock);
        this.steps = new UploadSteps(uploads, clock, counters);
        this.inStorage = new StorageCompletion(store, steps);
        this.counters = counters;
    }

    /// The document, and whether this call made it.
    public sealed interface Result {
        DocumentFamily family();

        /// This call made it.
        record Made(DocumentFamily family) implements Result {}

        /// It was there already.
        record Repeated(DocumentFamily family) implements Result {}
    }

    /// Brings the upload to its document, from wherever it stands.
    ///
    /// @throws ProblemException with what stands against it; the upload stays open wherever the
    ///   caller can mend it
    public Result complete(Intake intake, CompletionCall call) {
        Upload upload = lookup.find(intake, call.id(), Optional.of(call.key()));
        for (int i = 0; i < TRIES; i++) {
            switch (upload) {
                case Upload.Receiving receiving -> upload = begin(intake, receiving, call);
                case Upload.Completing completing -> upload = inStorage.settle(completing);
                case Upload.Stored stored -> {
                    Optional<Result> made = finish(intake, restate(stored, call));
                    if (made.isPresent()) {
                        return made.get();
                    }
                    upload = lookup.again(stored);
                }
                case Upload.Completed completed -> {
                    return new Result.Repeated(family(completed));
                }
                case Upload.Rejected u -> throw closed(u);
                case Upload.Failed u -> throw closed(u);
                case Upload.Aborted u -> throw closed(u);
                case Upload.Expired u -> throw closed(u);
            }
        }
        throw inProgress(upload);
    }

    // --- receiving → completing

    private Upload begin(Intake intake, Upload.Receiving upload, CompletionCall call) {
        Announcement a = upload.announcement();
        DocumentPath path = requirePath(a, call);
        var check = new CompletionCheck(a, store.capabilities(), call.claim().apply(upload));
        check.requirePossible();
        Optional<List<StoredPart>> held = listing(upload);
        if (held.isEmpty()) {
            return inStorage.lost(upload);
        }
        VerifiedParts verified = check.verify(held.get());
        if (verified.size().isMoreThan(intake.limits().maxFileBytes())) {
            throw UploadRequests.fileTooLarge(intake, verified.size());
        }
        Step step =
                Transitions.apply(
                        upload,
                        new Command.BeginCompletion(call.request(upload), verified),
                        clock.instant());
        if (!(step instanceof Step.To(Upload next)) || !(next instanceof Upload.Completing begun)) {
            throw refused(step, upload);
        }
        return switch (uploads.save(begun)) {
            case SAVED -> inStorage.ask(begun);
            case STALE -> lookup.again(upload);
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

    /// Empty: the storage has no such upload any more.
    private Optional<List<StoredPart>> listing(Upload.Receiving upload) {
        Announcement a = upload.announcement();
        try {
            return Optional.of(
                    upload.multipart().map(m -> store.listAllParts(a.key(), m)).orElse(List.of()));
        } catch (ObjectStoreException.NoSuchMultipart e) {
            return Optional.empty();
        } catch (ObjectStoreException e) {
            throw StorageCalls.unavailable(e);
        }
    }

    // --- stored → completed

    /// A completion that is repeated while there is no document yet brings new fields.
    private Upload.Stored restate(Upload.Stored stored, CompletionCall call) {
        if (!call.saysSomething() || call.request(stored).equals(stored.request())) {
            return stored;
        }
        Upload restated = steps.save(stored, new Command.Restate(call.request(stored)));
        return restated instanceof Upload.Stored changed ? changed : stored;
    }

    private Optional<Result> finish(Intake intake, Upload.Stored stored) {
        FamilyId id = new FamilyId(ids.next());
        DocumentStore home =
                stores.find(stored.announcement().storeId()).orElseThrow(() -> closed(stored));
        DocumentFamily family =
                Families.make(intake, home, stored, id, ids.next(), clock.instant());
        Step step = Transitions.apply(stored, new Command.Finish(id), clock.instant());
        if (!(step instanceof Step.To(Upload next))
                || !(next instanceof Upload.Completed completed)) {
            throw refused(step, stored);
        }
        if (uploads.complete(completed, family) != UploadRepository.Outcome.SAVED) {
            return Optional.empty();
        }
        counters.countCompleted(completed, completed.object().size());
        return Optional.of(new Result.Made(family));
    }

    private DocumentFamily family(Upload.Completed completed) {
        return documents.find(completed.family()).orElseThrow(() -> closed(completed));
    }

    // --- problems

    private static ProblemException closed(Upload upload) {
        Step step =
                Transitions.apply(
                        upload, new Command.SignParts(), upload.announcement().deadline());
        return refused(step, upload);
    }

    private static ProblemException refused(Step step, Upload upload) {
        return step instanceof Step.Refused(Problem problem)
                ? problem.asException()
                : inProgress(upload);
    }

    private static ProblemException inProgress(Upload upload) {
        return new Problem.Later(
                        ProblemCode.COMPLETION_IN_PROGRESS,
                        "The upload is %s and changes under this call: repeat it."
                                .formatted(upload.state()),
                        ASK_AGAIN)
                .asException();
    }
}
