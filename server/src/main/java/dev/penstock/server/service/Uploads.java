package dev.penstock.server.service;

import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.object.ObjectStore;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Uploads that have begun, up to the moment their completion is asked for ([Completions] has the
/// rest).
public final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final UploadRepository uploads;
    private final ObjectStore store;
    private final InstantSource clock;
    private final UploadSettings settings;
    private final UploadLookup lookup;
    private final UploadSteps steps;
    private final UploadCounters counters;

    Uploads(
            UploadRepository uploads,
            ObjectStore store,
            InstantSource clock,
            UploadSettings settings,
            UploadLookup lookup,
            UploadSteps steps,
            UploadCounters counters) {
        this.uploads = uploads;
        this.store = store;
        this.clock = clock;
        this.settings = settings;
        this.lookup = lookup;
        this.steps = steps;
        this.counters = counters;
    }

    /// Signs the URL of a single upload's one part.
    ///
    /// @throws ProblemException `upload-closed` when it is no longer receiving
    public PresignedPut singleUrl(Intake intake, Upload upload) {
        var only = new RequestedPart(1, Optional.empty(), Optional.empty());
        return partUrls(intake, upload, List.of(only)).getFirst();
    }

    /// Signs part URLs.
    ///
    /// @throws ProblemException when the upload is not receiving or an item is not allowed
    public List<PresignedPut> partUrls(
            Intake intake, UploadId id, Optional<String> key, List<RequestedPart> parts) {
        return partUrls(intake, lookup.find(intake, id, key), parts);
    }

    private List<PresignedPut> partUrls(Intake intake, Upload upload, List<RequestedPart> parts) {
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
        Upload after = steps.save(upload, new Command.Abort());
        if (!after.state().leavesBytes()) {
            abort(after);
        }
    }

    /// Aborts all open uploads of an intake that has been deleted.
    public void abortAll(IntakeId intake) {
        uploads.listOpen(intake, Integer.MAX_VALUE).forEach(this::abortIfIdle);
    }

    /// Aborts some of those that an intake left which was deleted when they could not be.
    public void abortOrphaned(int limit) {
        uploads.orphaned(limit).forEach(this::abortIfIdle);
    }

    /// What is being completed comes to its end first.
    private void abortIfIdle(UploadId id) {
        try {
            uploads.find(id)
                    .map(u -> Transitions.asOf(u, clock.instant()))
                    .filter(u -> u.state().isOpen() && !(u instanceof Upload.Completing))
                    .ifPresent(this::abort);
        } catch (ProblemException e) {
            LOG.atDebug()
                    .addKeyValue("upload", id)
                    .addKeyValue("problem", e.problem().code().text())
                    .log("An upload was completed while it was to be aborted");
        }
    }

    /// Saves that the deadline of some uploads has passed, and removes their bytes.
    ///
    /// @return how many
    public int expireOverdue(int limit) {
        List<UploadId> overdue = uploads.overdue(clock.instant(), limit);
        for (UploadId id : overdue) {
            uploads.find(id).ifPresent(u -> steps.save(u, new Command.Expire()));
        }
        return overdue.size();
    }
}
