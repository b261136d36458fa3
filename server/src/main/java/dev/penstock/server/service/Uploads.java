package dev.penstock.server.service;

import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.PartToSign;
import dev.penstock.core.object.PresignedPut;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.Announcement;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.PartUrlsCheck;
import dev.penstock.core.upload.RequestedPart;
import dev.penstock.core.upload.Step;
import dev.penstock.core.upload.Transitions;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadRepository;
import dev.penstock.server.config.UploadSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Uploads that have begun, up to the moment their completion is asked for ([Completions] has the
/// rest).
public final class Uploads {
    private final UploadRepository uploads;
    private final ObjectStore store;
    private final InstantSource clock;
    private final UploadSettings settings;
    private final UploadLookup lookup;
    private final UploadCounters counters;

    Uploads(
            UploadRepository uploads,
            ObjectStore store,
            InstantSource clock,
            UploadSettings settings,
            UploadCounters counters) {
        this.uploads = uploads;
        this.store = store;
        this.clock = clock;
        this.settings = settings;
        this.lookup = new UploadLookup(uploads, clock);
        this.counters = counters;
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
        List<PresignedPut> signed =
                store.presignParts(
                        a.key(), upload.multipart().orElseThrow(), checked, urlTtl(a.deadline()));
        counters.countPartUrls(signed.size());
        return signed;
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
                    counters.count(upload, UploadCounters.Outcome.ABORTED);
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
    public void abortAll(IntakeId intake) {
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
            StorageCalls.report(e);
        }
    }
}
