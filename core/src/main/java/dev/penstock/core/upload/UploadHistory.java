package dev.penstock.core.upload;

import dev.penstock.core.intake.IntakeId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What happened to uploads and what goes on with them, for people who watch. [UploadRepository]
/// writes it, in the transaction that changes the upload.
public interface UploadHistory {
    /// Steps of one upload that are kept; of more, only how it ended.
    int MOST_STEPS = 200;

    /// The states of an upload in their order, the first is `receiving`; empty for one that is not
    /// there.
    List<UploadStep> steps(UploadId id);

    /// One for each of these intakes, in no order.
    ///
    /// @param dayBegan what counts as today
    /// @param now for what is past its deadline
    List<IntakeActivity> activity(Set<IntakeId> intakes, Instant dayBegan, Instant now);
}
