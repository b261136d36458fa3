package dev.penstock.core.upload;

import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.problem.ProblemCode;
import java.time.Instant;
import java.util.Optional;

/// What goes on at an intake.
///
/// @param today uploads requested since the day began
/// @param open uploads that may go on, those past their deadline left out
/// @param lastUploadOn when the newest upload was requested
/// @param lastProblem the newest that an upload still has
public record IntakeActivity(
        IntakeId intake,
        int today,
        int open,
        Optional<Instant> lastUploadOn,
        Optional<LastProblem> lastProblem) {

    /// Why an upload was rejected, failed or came back from a completion, and when.
    public record LastProblem(UploadId upload, ProblemCode code, Instant on) {}
}
