package dev.penstock.server.service;

import dev.penstock.core.intake.Intake;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.Transitions;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadRepository;
import java.time.InstantSource;
import java.util.Optional;

/// Finds the upload that a call is about, as it stands now. Every later call must match the row:
/// intake, id and key.
final class UploadLookup {
    private final UploadRepository uploads;
    private final InstantSource clock;

    UploadLookup(UploadRepository uploads, InstantSource clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    /// @throws ProblemException `upload-not-found`
    Upload find(Intake intake, UploadId id, Optional<String> key) {
        return uploads.find(id)
                .filter(u -> u.announcement().intakeId().equals(intake.id()))
                .filter(u -> key.map(u.announcement().key().value()::equals).orElse(true))
                .map(this::asOfNow)
                .orElseThrow(UploadLookup::notFound);
    }

    /// The same upload once more, after somebody changed it.
    Upload again(Upload upload) {
        return uploads.find(upload.id()).map(this::asOfNow).orElseThrow(UploadLookup::notFound);
    }

    private Upload asOfNow(Upload upload) {
        return Transitions.asOf(upload, clock.instant());
    }

    /// The storage has dropped the upload by itself.
    static Problem lost() {
        return Problem.of(
                ProblemCode.UPLOAD_LOST,
                "The storage no longer has this upload and its parts: request a new one and send again.");
    }

    static ProblemException notFound() {
        return new ProblemException(
                ProblemCode.UPLOAD_NOT_FOUND,
                "This intake has no upload with this uploadId and s3Key.");
    }
}
