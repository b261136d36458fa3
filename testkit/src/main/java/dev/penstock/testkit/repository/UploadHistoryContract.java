package dev.penstock.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.IntakeActivity;
import dev.penstock.core.upload.IntakeActivity.LastProblem;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadHistory;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadRepository.Outcome;
import dev.penstock.core.upload.UploadState;
import dev.penstock.core.upload.UploadStep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Contract of [UploadHistory].
public abstract class UploadHistoryContract extends RepositoryContract {
    private static final Command REFUSED = new Command.GiveBack(ProblemCode.UPLOAD_INCOMPLETE);

    @Test
    void the_steps_of_a_file_that_became_a_document() {
        Intake intake = savedIntake();
        Upload completing = savedCompleting(intake);
        Upload stored = saved(UploadSamples.stored(completing));
        var finished = finished(stored, intake);
        completed(finished);

        assertThat(steps(completing))
                .containsExactly(
                        new UploadStep(UploadState.RECEIVING, Samples.NOW, Optional.empty()),
                        step(completing),
                        step(stored),
                        step(finished.upload()));
    }

    @Test
    void a_completion_that_came_back_says_why() {
        Upload completing = savedCompleting(savedIntake());
        Upload back = saved(UploadSamples.step(completing, REFUSED));

        assertThat(steps(completing))
                .element(2)
                .isEqualTo(
                        new UploadStep(
                                UploadState.RECEIVING,
                                back.changedOn(),
                                Optional.of(ProblemCode.UPLOAD_INCOMPLETE)));
    }

    @Test
    void what_is_not_saved_is_no_step() {
        Upload completing = savedCompleting(savedIntake());
        Upload stored = UploadSamples.stored(completing);
        saved(UploadSamples.step(completing, REFUSED));

        assertThat(repositories().uploads().save(stored)).isEqualTo(Outcome.STALE);
        assertThat(steps(completing)).extracting(UploadStep::state).hasSize(3);
    }

    @Test
    void of_very_many_steps_the_first_are_kept_and_how_it_ended() {
        Upload upload = savedCompleting(savedIntake());
        for (int i = 0; i < UploadHistory.MOST_STEPS; i++) {
            Upload back = saved(UploadSamples.step(upload, REFUSED));
            upload = saved(UploadSamples.completing(back));
        }
        Upload aborted =
                saved(
                        UploadSamples.step(
                                saved(UploadSamples.step(upload, REFUSED)), new Command.Abort()));

        List<UploadStep> steps = steps(upload);
        assertThat(steps).hasSize(UploadHistory.MOST_STEPS + 1);
        assertThat(steps.getLast()).isEqualTo(step(aborted));
    }

    @Test
    void an_upload_that_is_not_there_has_none() {
        assertThat(repositories().uploadHistory().steps(new UploadId(Samples.id()))).isEmpty();
    }

    @Test
    void an_intake_without_uploads_is_quiet() {
        Intake intake = savedIntake();

        assertThat(activity(intake, Samples.NOW))
                .isEqualTo(
                        new IntakeActivity(intake.id(), 0, 0, Optional.empty(), Optional.empty()));
    }

    @Test
    void an_intake_tells_of_today_of_what_is_open_and_of_the_newest_problem() {
        Intake intake = savedIntake();
        Upload open = inserted(UploadSamples.announced(intake));
        savedCompleting(intake);
        Upload failed = failed(intake, ProblemCode.UPLOAD_LOST);
        savedCompleting(savedIntake());

        assertThat(activity(intake, Samples.NOW))
                .isEqualTo(
                        new IntakeActivity(
                                intake.id(),
                                3,
                                2,
                                Optional.of(Samples.NOW),
                                Optional.of(
                                        new LastProblem(
                                                failed.id(),
                                                ProblemCode.UPLOAD_LOST,
                                                failed.changedOn()))));
        assertThat(activity(intake, open.announcement().deadline()).open()).isEqualTo(1);
        assertThat(activity(intake, Samples.NOW.plusNanos(1), Samples.NOW).today()).isZero();
    }

    @Test
    void a_completion_that_worked_the_second_time_is_no_problem_any_more() {
        Intake intake = savedIntake();
        Upload back = saved(UploadSamples.step(savedCompleting(intake), REFUSED));
        assertThat(activity(intake, Samples.NOW).lastProblem()).isPresent();

        completed(saved(UploadSamples.stored(saved(UploadSamples.completing(back)))), intake);

        assertThat(activity(intake, Samples.NOW).lastProblem()).isEmpty();
    }

    @Test
    void only_the_intakes_asked_for_are_told_of() {
        Intake one = savedIntake();
        Intake other = savedIntake();
        savedIntake();

        assertThat(activity(Set.of(one.id(), other.id()), Samples.NOW, Samples.NOW))
                .extracting(IntakeActivity::intake)
                .containsExactlyInAnyOrder(one.id(), other.id());
        assertThat(activity(Set.of(), Samples.NOW, Samples.NOW)).isEmpty();
    }

    private Upload failed(Intake intake, ProblemCode cause) {
        return saved(
                UploadSamples.step(
                        saved(UploadSamples.opened(inserted(UploadSamples.announced(intake)))),
                        new Command.Fail(cause)));
    }

    private List<UploadStep> steps(Upload upload) {
        return repositories().uploadHistory().steps(upload.id());
    }

    private static UploadStep step(Upload upload) {
        return new UploadStep(upload.state(), upload.changedOn(), Optional.empty());
    }

    private IntakeActivity activity(Intake intake, Instant now) {
        return activity(intake, Samples.NOW, now);
    }

    private IntakeActivity activity(Intake intake, Instant dayBegan, Instant now) {
        List<IntakeActivity> all = activity(Set.of(intake.id()), dayBegan, now);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<IntakeActivity> activity(Set<IntakeId> intakes, Instant dayBegan, Instant now) {
        return repositories().uploadHistory().activity(intakes, dayBegan, now);
    }
}
