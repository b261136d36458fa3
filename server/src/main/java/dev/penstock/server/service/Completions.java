package dev.penstock.server.service;

import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.DocumentRepository;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.intake.DocumentStoreRepository;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ObjectChecksum;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.StoredObject;
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

    private final UploadRepository uploads;
    private final DocumentRepository documents;
    private final DocumentStoreRepository stores;
    private final ObjectStore store;
    private final Ids ids;
    private final InstantSource clock;
    private final UploadLookup lookup;

    public Completions(
            UploadRepository uploads,
            DocumentRepository documents,
            DocumentStoreRepository stores,
            ObjectStore store,
            Ids ids,
            InstantSource clock) {
        this.uploads = uploads;
        this.documents = documents;
        this.stores = stores;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.lookup = new UploadLookup(uploads, clock);
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
                case Upload.Completing completing -> upload = settle(completing);
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

    // --- receiving → completing → stored

    private Upload begin(Intake intake, Upload.Receiving upload, CompletionCall call) {
        Announcement a = upload.announcement();
        DocumentPath path = requirePath(a, call);
        var check = new CompletionCheck(a, store.capabilities(), call.claim().apply(upload));
        check.requirePossible();
        VerifiedParts verified = check.verify(listing(upload));
        if (verified.size().isMoreThan(intake.limits().maxFileBytes())) {
            throw Uploads.fileTooLarge(intake, verified.size());
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
            case SAVED -> ask(begun);
            case STALE -> lookup.again(upload);
            case PATH_TAKEN -> throw Uploads.pathTaken(path.value());
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

    private List<StoredPart> listing(Upload.Receiving upload) {
        Announcement a = upload.announcement();
        try {
            return upload.multipart().map(m -> store.listAllParts(a.key(), m)).orElse(List.of());
        } catch (ObjectStoreException.NoSuchMultipart e) {
            throw lost(upload);
        } catch (ObjectStoreException e) {
            throw StorageCalls.unavailable(e);
        }
    }

    /// Finds out how a completion ended that this call did not begin.
    private Upload settle(Upload.Completing upload) {
        try {
            Optional<StoredObject> object = store.head(upload.announcement().key());
            return object.isPresent() ? confirm(upload, object.get()) : ask(upload);
        } catch (ObjectStoreException e) {
            throw StorageCalls.unavailable(e);
        }
    }

    private Upload ask(Upload.Completing upload) {
        Announcement a = upload.announcement();
        try {
            store.complete(
                    a.key(), upload.open(), upload.verified().parts(), upload.verified().whole());
        } catch (ObjectStoreException.NoSuchMultipart e) {
            // it may have worked before: the look below decides
        } catch (ObjectStoreException.PartsRefused e) {
            return saved(upload, new Command.GiveBack());
        } catch (ObjectStoreException.ChecksumRefused e) {
            saved(upload, new Command.GiveBack());
            throw CompletionCheck.checksumMismatch();
        } catch (ObjectStoreException e) {
            throw StorageCalls.unavailable(e);
        }
        return confirm(upload);
    }

    private Upload confirm(Upload.Completing upload) {
        try {
            Optional<StoredObject> object = store.head(upload.announcement().key());
            if (object.isPresent()) {
                return confirm(upload, object.get());
            }
        } catch (ObjectStoreException e) {
            throw StorageCalls.unavailable(e);
        }
        throw lost(upload);
    }

    private Upload confirm(Upload.Completing upload, StoredObject object) {
        if (!object.size().equals(upload.verified().size())) {
            throw wrong(
                    upload,
                    new Problem.SizeMismatch(
                            "The storage joined the parts to another size: begin anew.",
                            upload.verified().size().value(),
                            object.size().value()));
        }
        Optional<Checksum> whole = upload.verified().whole();
        if (whole.isPresent() && differs(whole.get(), object)) {
            throw wrong(
                    upload,
                    Problem.of(
                            ProblemCode.CHECKSUM_MISMATCH,
                            "The storage joined the parts to other bytes: begin anew."));
        }
        return saved(upload, new Command.ConfirmStored(object));
    }

    private static boolean differs(Checksum whole, StoredObject object) {
        return object.checksum()
                .filter(c -> c.type() == ObjectChecksum.Type.FULL_OBJECT)
                .filter(c -> c.algorithm() == whole.algorithm())
                .filter(c -> !c.base64().equals(whole.base64()))
                .isPresent();
    }

    private ProblemException lost(Upload upload) {
        saved(upload, new Command.Fail(ProblemCode.UPLOAD_LOST));
        return new ProblemException(
                ProblemCode.UPLOAD_LOST,
                "The storage no longer has this upload and its parts: request a new one and send again.");
    }

    private ProblemException wrong(Upload upload, Problem problem) {
        saved(upload, new Command.Fail(problem.code()));
        try {
            store.delete(upload.announcement().key());
        } catch (ObjectStoreException e) {
            StorageCalls.unavailable(e);
        }
        return problem.asException();
    }

    /// Saves the step, or finds what somebody else saved.
    private Upload saved(Upload upload, Command command) {
        return switch (Transitions.apply(upload, command, clock.instant())) {
            case Step.To(Upload next) ->
                    uploads.save(next) == UploadRepository.Outcome.SAVED
                            ? next
                            : lookup.again(upload);
            case Step.Stay(Upload same) -> same;
            case Step.Refused(Problem problem) -> throw problem.asException();
        };
    }

    // --- stored → completed

    /// A completion that is repeated while there is no document yet brings new fields.
    private Upload.Stored restate(Upload.Stored stored, CompletionCall call) {
        if (!call.saysSomething() || call.request(stored).equals(stored.request())) {
            return stored;
        }
        Upload restated = saved(stored, new Command.Restate(call.request(stored)));
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
        return uploads.complete(completed, family) == UploadRepository.Outcome.SAVED
                ? Optional.of(new Result.Made(family))
                : Optional.empty();
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
                        java.time.Duration.ofSeconds(2))
                .asException();
    }
}
