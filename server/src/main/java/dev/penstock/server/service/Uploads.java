package dev.penstock.server.service;

import dev.penstock.core.document.DocumentRepository;
import dev.penstock.core.document.SafeFileName;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.PartPage;
import dev.penstock.core.object.PartToSign;
import dev.penstock.core.object.PresignedPut;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.Announcement;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.PartPlan;
import dev.penstock.core.upload.PartUrlsCheck;
import dev.penstock.core.upload.RequestedPart;
import dev.penstock.core.upload.Step;
import dev.penstock.core.upload.Transitions;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadKind;
import dev.penstock.core.upload.UploadRepository;
import dev.penstock.server.config.UploadSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Uploads from their request to the moment their completion is asked for ([Completions] has the
/// rest).
public final class Uploads {
    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

    private final UploadRepository uploads;
    private final DocumentRepository documents;
    private final ObjectStore store;
    private final Ids ids;
    private final InstantSource clock;
    private final UploadSettings settings;
    private final UploadLookup lookup;

    public Uploads(
            UploadRepository uploads,
            DocumentRepository documents,
            ObjectStore store,
            Ids ids,
            InstantSource clock,
            UploadSettings settings) {
        this.uploads = uploads;
        this.documents = documents;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
        this.lookup = new UploadLookup(uploads, clock);
    }

    /// Begins an upload: the row first, then the storage's multipart upload, then its id in the
    /// row.
    ///
    /// @throws ProblemException when a limit, the path, the quota or the storage stands against it
    public Upload.Receiving request(Intake intake, UploadRequest request) {
        Upload.Receiving announced = announce(intake, request);
        requirePathFree(announced.announcement());
        requireQuota(intake);
        uploads.insert(announced);
        return open(announced);
    }

    private Upload.Receiving announce(Intake intake, UploadRequest request) {
        requireLength(intake, request);
        ChecksumChoice checksum = ChecksumChoice.of(request, intake.limits(), store.capabilities());
        UploadId id = new UploadId(ids.next());
        Instant now = clock.instant();
        return new Upload.Receiving(
                new Announcement(
                        id,
                        intake.id(),
                        intake.store().id(),
                        request.kind(),
                        key(intake, id, request),
                        request.path(),
                        request.contentType(),
                        request.length(),
                        plan(request),
                        checksum.algorithm(),
                        checksum.checksum(),
                        now,
                        now.plus(intake.limits().uploadTtl().orElse(settings.uploadTtl()))),
                0,
                now,
                Optional.empty());
    }

    private static ObjectKey key(Intake intake, UploadId id, UploadRequest request) {
        return new ObjectKey(
                "presigned-uploads/%s/%s/%s"
                        .formatted(intake.id(), id, SafeFileName.of(request.path())));
    }

    private PartPlan plan(UploadRequest request) {
        if (request.kind() == UploadKind.SINGLE) {
            return new PartPlan.Equal(request.length().orElseThrow());
        }
        if (request.partSize().isPresent()) {
            return PartPlan.ofPartSize(request.partSize().get(), request.length());
        }
        return request.length()
                .map(PartPlan::forLength)
                .orElseGet(() ->
                        store.capabilities().unequalParts()
                                ? PartPlan.growing()
                                : PartPlan.equalForUnknownLength());
    }

    private static void requireLength(Intake intake, UploadRequest request) {
        if (request.length().isEmpty()) {
            return;
        }
        ByteCount length = request.length().get();
        if (length.equals(ByteCount.ZERO)) {
            throw new ProblemException(
                    ProblemCode.INVALID_PARAMETER,
                    "contentLength is 0: an empty file goes by direct upload.");
        }
        if (length.isMoreThan(intake.limits().maxFileBytes())) {
            throw fileTooLarge(intake, length);
        }
        if (request.kind() == UploadKind.SINGLE && length.isMoreThan(UploadLimits.SINGLE_PUT)) {
            throw new ProblemException(
                    ProblemCode.FILE_TOO_LARGE_FOR_SINGLE_PUT,
                    "A single presigned upload takes at most 5 GiB: use multipart-upload-request.");
        }
    }

    static ProblemException fileTooLarge(Intake intake, ByteCount length) {
        return new ProblemException(
                ProblemCode.FILE_TOO_LARGE,
                "This intake takes files of at most %d bytes, not %d."
                        .formatted(intake.limits().maxFileBytes().value(), length.value()));
    }

    private void requirePathFree(Announcement announcement) {
        if (documents.hasPath(announcement.storeId(), announcement.path())) {
            throw pathTaken(announcement.path().value());
        }
    }

    static ProblemException pathTaken(String path) {
        return new ProblemException(
                ProblemCode.PATH_TAKEN,
                "The store has a document or a finished upload at '%s': choose another path."
                        .formatted(path));
    }

    private void requireQuota(Intake intake) {
        int most = intake.limits().maxOpenUploads();
        if (uploads.countOpen(intake.id(), clock.instant()) >= most) {
            throw new Problem.Later(
                            ProblemCode.QUOTA_EXCEEDED,
                            "This intake has %d unfinished uploads, its most: complete or abort some."
                                    .formatted(most),
                            ASK_AGAIN)
                    .asException();
        }
    }

    private Upload.Receiving open(Upload.Receiving announced) {
        Announcement a = announced.announcement();
        MultipartId multipart;
        try {
            multipart = store.createMultipart(a.key(), a.contentType(), a.checksumAlgorithm());
        } catch (ObjectStoreException e) {
            save(announced, new Command.Fail(ProblemCode.STORAGE_UNAVAILABLE));
            throw StorageCalls.unavailable(e);
        }
        Upload opened = save(announced, new Command.Open(multipart));
        if (opened instanceof Upload.Receiving receiving) {
            return receiving;
        }
        throw UploadLookup.notFound();
    }

    private Upload save(Upload upload, Command command) {
        return switch (Transitions.apply(upload, command, clock.instant())) {
            case Step.To(Upload next) ->
                    uploads.save(next) == UploadRepository.Outcome.SAVED
                            ? next
                            : lookup.again(upload);
            case Step.Stay(Upload same) -> same;
            case Step.Refused(Problem problem) -> throw problem.asException();
        };
    }

    /// Signs the URL of a single upload's one part.
    public PresignedPut singleUrl(Intake intake, Upload.Receiving upload) {
        var only = new RequestedPart(1, Optional.empty(), Optional.empty());
        return sign(intake, upload, List.of(only)).getFirst();
    }

    /// Signs part URLs.
    ///
    /// @throws ProblemException when the upload is not receiving or an item is not allowed
    public List<PresignedPut> partUrls(
            Intake intake, UploadId id, Optional<String> key, List<RequestedPart> parts) {
        Upload upload = lookup.find(intake, id, key);
        return switch (Transitions.apply(upload, new Command.SignParts(), clock.instant())) {
            case Step.To(Upload next) -> sign(intake, next, parts);
            case Step.Stay(Upload same) -> sign(intake, same, parts);
            case Step.Refused(Problem problem) -> throw problem.asException();
        };
    }

    private List<PresignedPut> sign(Intake intake, Upload upload, List<RequestedPart> parts) {
        Announcement a = upload.announcement();
        List<PartToSign> checked = PartUrlsCheck.check(a, intake.limits().declaredParts(), parts);
        return store.presignParts(
                a.key(), upload.multipart().orElseThrow(), checked, urlTtl(a.deadline()));
    }

    /// A URL never outlives its upload.
    private Duration urlTtl(Instant deadline) {
        Duration left = Duration.between(clock.instant(), deadline);
        Duration ttl = left.compareTo(settings.urlTtl()) < 0 ? left : settings.urlTtl();
        return ttl.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : ttl;
    }

    /// Gives an upload up. Repeating is fine, and so is one that ended otherwise without a
    /// document.
    ///
    /// @throws ProblemException `upload-closed` when there is a document, `completion-in-progress`
    public void abort(Intake intake, UploadId id, Optional<String> key) {
        abort(lookup.find(intake, id, key));
    }

    private void abort(Upload upload) {
        Step step = Transitions.apply(upload, new Command.Abort(), clock.instant());
        switch (step) {
            case Step.To(Upload next) -> {
                if (uploads.save(next) == UploadRepository.Outcome.SAVED) {
                    removeBytes(upload);
                } else {
                    abort(lookup.again(upload));
                }
            }
            case Step.Stay ignored -> removeBytes(upload);
            case Step.Refused(Problem problem) -> throw problem.asException();
        }
    }

    /// Aborts all open uploads of an intake that has been deleted.
    public void abortAll(dev.penstock.core.intake.IntakeId intake) {
        for (UploadId id : uploads.listOpen(intake, Integer.MAX_VALUE)) {
            uploads.find(id)
                    .map(u -> Transitions.asOf(u, clock.instant()))
                    .filter(u -> u.state().isOpen() && !(u instanceof Upload.Completing))
                    .ifPresent(this::abort);
        }
    }

    /// What the row says is given up goes from the storage too. A storage that does not answer
    /// leaves the bytes behind an upload that is closed all the same.
    private void removeBytes(Upload upload) {
        Announcement a = upload.announcement();
        try {
            upload.multipart().ifPresent(m -> store.abort(a.key(), m));
            if (upload instanceof Upload.Stored) {
                store.delete(a.key());
            }
        } catch (ObjectStoreException e) {
            StorageCalls.unavailable(e);
        }
    }

    /// The uploads of an intake, each as it stands now with what the storage holds of it.
    public Page<UploadProgress> list(Intake intake, PageRequest page) {
        Page<Upload> found = uploads.list(intake.id(), page);
        return new Page<>(
                found.content().stream()
                        .map(u -> progress(Transitions.asOf(u, clock.instant())))
                        .toList(),
                found.next());
    }

    /// The upload with what the storage holds of it.
    public UploadProgress progress(Intake intake, UploadId id) {
        return progress(lookup.find(intake, id, Optional.empty()));
    }

    private UploadProgress progress(Upload upload) {
        return switch (upload) {
            case Upload.Receiving u -> UploadProgress.of(u, held(u));
            case Upload.Completing u -> UploadProgress.of(u, u.verified().parts());
            case Upload.Stored u -> new UploadProgress(u, u.partCount(), u.object().size());
            case Upload.Completed u -> new UploadProgress(u, u.partCount(), u.object().size());
            case Upload.Rejected u -> UploadProgress.of(u, List.of());
            case Upload.Failed u -> UploadProgress.of(u, List.of());
            case Upload.Aborted u -> UploadProgress.of(u, List.of());
            case Upload.Expired u -> UploadProgress.of(u, List.of());
        };
    }

    private List<StoredPart> held(Upload.Receiving u) {
        try {
            return u.multipart()
                    .map(m -> store.listAllParts(u.announcement().key(), m))
                    .orElse(List.of());
        } catch (ObjectStoreException.NoSuchMultipart e) {
            return List.of();
        } catch (ObjectStoreException e) {
            throw StorageCalls.unavailable(e);
        }
    }

    /// What the storage really holds, by part number.
    public PartPage parts(Intake intake, UploadId id, Optional<PartNumber> after, int limit) {
        Upload upload = lookup.find(intake, id, Optional.empty());
        if (!(upload instanceof Upload.Receiving receiving) || receiving.multipart().isEmpty()) {
            return new PartPage(List.of(), Optional.empty());
        }
        try {
            return store.listParts(
                    upload.announcement().key(), receiving.multipart().get(), after, limit);
        } catch (ObjectStoreException.NoSuchMultipart e) {
            return new PartPage(List.of(), Optional.empty());
        } catch (ObjectStoreException e) {
            throw StorageCalls.unavailable(e);
        }
    }
}
