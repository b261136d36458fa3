package dev.penstock.contract;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What goes on at an intake: an item of `GET /api/intake-activity`.
///
/// @param uploadsToday uploads requested since 00:00 UTC
/// @param openUploads neither ended nor past their deadline
/// @param lastUploadOn when the newest upload was requested
/// @param lastProblem the newest that an upload still has
public record IntakeActivityJson(
        UUID intakeId,
        int uploadsToday,
        int openUploads,
        Optional<Instant> lastUploadOn,
        Optional<UploadProblem> lastProblem) {

    /// @param code one of `contract/problems.yaml`
    public record UploadProblem(UUID uploadId, String code, Instant on) {}
}
