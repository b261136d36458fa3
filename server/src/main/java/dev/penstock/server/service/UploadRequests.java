package dev.penstock.server.service;

import dev.penstock.core.document.DocumentRepository;
import dev.penstock.core.document.SafeFileName;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.Announcement;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.IdempotencyKey;
import dev.penstock.core.upload.KeyedUpload;
import dev.penstock.core.upload.PartPlan;
import dev.penstock.core.upload.Transitions;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadKind;
import dev.penstock.core.upload.UploadRepository;
import dev.penstock.server.config.UploadSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Begins uploads: whether one may begin, how its file is to be cut, its row, and the storage's
/// multipart upload.
public final class UploadRequests {
    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);
    private static final Duration OPENING = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final UploadRepository uploads;
    private final DocumentRepository documents;
    private final ObjectStore store;
    private final Ids ids;
    private final InstantSource clock;
    private final UploadSettings settings;
    private final Pause pause;
    private final UploadSteps steps;
    private final Leases leases;
    private final UploadCounters counters;

    UploadRequests(
            UploadRepository uploads,
            DocumentRepository documents,
            ObjectStore store,
            Ids ids,
            InstantSource clock,
            Pause pause,
            UploadSettings settings,
            UploadSteps steps,
            Leases leases,
            UploadCounters counters) {
        this.uploads = uploads;
        this.documents = documents;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
        this.pause = pause;
        this.steps = steps;
        this.leases = leases;
        this.counters = counters;
    }

    /// Begins an upload: the row first, then the storage's multipart upload, then its id in the
    /// row.
    ///
    /// @param key under which the same request gives the same upload again, in whatever state it is
    /// @throws ProblemException when a limit, the path, the quota or the storage stands against it,
    ///   or the key was used for other parameters
    public Upload begin(Intake intake, UploadRequest request, Optional<IdempotencyKey> key) {
        try {
            Optional<KeyedUpload> earlier = key.flatMap(k -> uploads.find(k, clock.instant()));
            return earlier.isPresent()
                    ? repeated(key.get(), earlier.get())
                    : take(intake, request, key);
        } catch (ProblemException e) {
            counters.count(request.kind(), UploadCounters.Outcome.REFUSED);
            throw e;
        }
    }

    private Upload take(Intake intake, UploadRequest request, Optional<IdempotencyKey> key) {
        Upload.Receiving announced = announce(intake, request);
        requirePathFree(announced.announcement());
        requireQuota(intake);
        Optional<KeyedUpload> earlier = uploads.insert(announced, key, leases.length());
        if (earlier.isPresent() && key.isPresent()) {
            return repeated(key.get(), earlier.get());
        }
        Upload.Receiving opened = open(announced);
        counters.count(request.kind(), UploadCounters.Outcome.BEGUN);
        return opened;
    }

    /// The upload that the first request began, or is beginning at this moment.
    private Upload repeated(IdempotencyKey key, KeyedUpload earlier) {
        if (!earlier.fingerprint().equals(key.fingerprint())) {
            throw keyReused();
        }
        Instant end = clock.instant().plus(OPENING);
        while (true) {
            Upload upload = uploads.find(earlier.id()).orElseThrow(UploadLookup::notFound);
            if (upload.multipart().isPresent()) {
                return Transitions.asOf(upload, clock.instant());
            }
            if (upload.state().leavesBytes() || !clock.instant().isBefore(end)) {
                throw StorageCalls.unavailable(
                        "The storage has not opened this upload: repeat the call.");
            }
            pause.lasting(LOOK_AGAIN);
        }
    }

    static ProblemException keyReused() {
        return new ProblemException(
                ProblemCode.IDEMPOTENCY_KEY_REUSED,
                "This Idempotency-Key came with other parameters before: use a new one.");
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
                Optional.empty(),
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
            throw fileTooLarge(intake.limits().maxFileBytes(), length);
        }
        if (request.kind() == UploadKind.SINGLE && length.isMoreThan(UploadLimits.SINGLE_PUT)) {
            throw new ProblemException(
                    ProblemCode.FILE_TOO_LARGE_FOR_SINGLE_PUT,
                    "A single presigned upload takes at most 5 GiB: use multipart-upload-request.");
        }
    }

    static ProblemException fileTooLarge(ByteCount most, ByteCount length) {
        return new ProblemException(
                ProblemCode.FILE_TOO_LARGE,
                "This intake takes files of at most %d bytes, not %d."
                        .formatted(most.value(), length.value()));
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

    void requireQuota(Intake intake) {
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
        try (var _ = leases.renewed(announced)) {
            multipart = store.createMultipart(a.key(), a.contentType(), a.checksumAlgorithm());
        } catch (ObjectStoreException e) {
            steps.save(announced, new Command.Fail(ProblemCode.STORAGE_UNAVAILABLE));
            throw StorageCalls.unavailable(e);
        }
        Upload opened = steps.save(announced, new Command.Open(multipart));
        if (opened instanceof Upload.Receiving receiving
                && receiving.multipart().equals(Optional.of(multipart))) {
            return receiving;
        }
        throw tookTooLong(a, multipart);
    }

    /// Others have given the upload up meanwhile: what the storage opened for it goes at once.
    private ProblemException tookTooLong(Announcement a, MultipartId stray) {
        try {
            store.abort(a.key(), stray);
        } catch (ObjectStoreException e) {
            StorageCalls.report(e);
        }
        return StorageCalls.unavailable("The storage took too long: repeat the call.");
    }
}
