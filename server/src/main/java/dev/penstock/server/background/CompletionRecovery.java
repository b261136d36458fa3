package dev.penstock.server.background;

import dev.penstock.core.intake.IntakeRepository;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadRepository;
import dev.penstock.server.service.Completions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finishes or rolls back what a crash cut: uploads whose lease ended before the work did. Runs on
/// every node; who takes the lease does it.
public final class CompletionRecovery {
    private static final Logger LOG = LoggerFactory.getLogger(CompletionRecovery.class);
    private static final int AT_ONCE = 100;

    private final UploadRepository uploads;
    private final IntakeRepository intakes;
    private final Completions completions;

    public CompletionRecovery(
            UploadRepository uploads, IntakeRepository intakes, Completions completions) {
        this.uploads = uploads;
        this.intakes = intakes;
        this.completions = completions;
    }

    /// Those that nobody attends now, the longest first. Each is one for [#recover].
    public List<UploadId> unattended() {
        return uploads.unattended(AT_ONCE);
    }

    /// Brings one to an end, or leaves it for the next time where the storage does not decide.
    public void recover(UploadId id) {
        uploads.find(id).ifPresent(this::recover);
    }

    private void recover(Upload upload) {
        try {
            completions.recover(upload, intakes.find(upload.announcement().intakeId()));
            LOG.atInfo()
                    .addKeyValue("upload", upload.id())
                    .addKeyValue("state", upload.state())
                    .log("An upload that nobody attended was taken up");
        } catch (ProblemException e) {
            LOG.atWarn()
                    .addKeyValue("upload", upload.id())
                    .addKeyValue("problem", e.problem().code().text())
                    .log("An upload that nobody attended could not be completed");
        }
    }
}
