package dev.penstock.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.Removal;
import dev.penstock.core.upload.Removal.Round;
import dev.penstock.core.upload.RemovalRepository;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadRepository.Finished;
import dev.penstock.core.upload.UploadRepository.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is to go from the storage, and who sees to it.
public abstract class RemovalRepositoryContract extends RepositoryContract {
    private static final Duration NO_TIME = Duration.ZERO;
    private static final int ALL = Integer.MAX_VALUE;

    private RemovalRepository removals() {
        return repositories().removals();
    }

    /// The one of this upload among those that are due.
    private Optional<Removal> due(Upload upload) {
        return removals().takeDue(ALL, NO_TIME).stream()
                .filter(r -> r.key().equals(upload.announcement().key()))
                .findFirst();
    }

    private Upload aborted() {
        Upload opened =
                saved(UploadSamples.opened(inserted(UploadSamples.announced(savedIntake()))));
        return saved(UploadSamples.step(opened, new Command.Abort()));
    }

    @Test
    void every_end_without_a_document_leaves_a_removal() {
        Intake intake = savedIntake();
        for (Command end :
                List.of(
                        new Command.Abort(),
                        new Command.Expire(),
                        new Command.Reject(ProblemCode.SCRIPT_REJECTED),
                        new Command.Fail(ProblemCode.UPLOAD_LOST))) {
            Upload ended = saved(UploadSamples.step(savedStored(intake), end));

            assertThat(due(ended))
                    .as(end.toString())
                    .contains(
                            new Removal(
                                    ended.announcement().key(), ended.multipart(), Round.FIRST));
        }
    }

    @Test
    void an_upload_that_was_never_opened_leaves_one_without_an_id() {
        Upload announced = inserted(UploadSamples.announced(savedIntake()));
        Upload ended =
                saved(
                        UploadSamples.step(
                                announced, new Command.Fail(ProblemCode.STORAGE_UNAVAILABLE)));

        assertThat(due(ended)).map(Removal::multipart).contains(Optional.empty());
    }

    @Test
    void an_upload_that_goes_on_or_becomes_a_document_leaves_none() {
        Intake intake = savedIntake();
        Upload stored = savedStored(intake);
        assertThat(due(stored)).isEmpty();

        completed(stored, intake);
        assertThat(due(stored)).isEmpty();
    }

    @Test
    void a_reservation_is_due_when_it_has_run_out_or_is_released() {
        var key = new ObjectKey("containers/" + Samples.id());
        var other = new ObjectKey("containers/" + Samples.id());
        removals().reserve(key, LEASE);
        removals().reserve(other, Duration.ZERO);

        assertThat(removals().take(key, LEASE)).isEmpty();
        assertThat(removals().take(other, LEASE)).isPresent();

        removals().release(key);
        assertThat(removals().take(key, LEASE))
                .contains(new Removal(key, Optional.empty(), Round.FIRST));
    }

    @Test
    void an_end_that_is_not_saved_leaves_none() {
        Upload stored = savedStored(savedIntake());
        Upload aborted = UploadSamples.step(stored, new Command.Abort());
        Upload restated =
                saved(
                        UploadSamples.step(
                                stored, new Command.Restate(UploadSamples.request(stored.path()))));

        assertThat(repositories().uploads().save(aborted)).isEqualTo(Outcome.STALE);
        assertThat(due(restated)).isEmpty();
    }

    @Test
    void a_deleted_document_leaves_one_and_frees_its_path() {
        Intake intake = savedIntake();
        Finished finished = finished(savedStored(intake), intake);
        Upload completed = finished.upload();
        DocumentFamily family = completed(finished);

        assertThat(repositories().documents().delete(family.id())).isTrue();

        assertThat(repositories().removals().take(finished.document().container().key(), LEASE))
                .isPresent();

        assertThat(due(completed))
                .contains(
                        new Removal(completed.announcement().key(), Optional.empty(), Round.FIRST));
        assertThat(repositories().documents().find(family.id())).isEmpty();
        assertThat(repositories().uploads().pathHolder(intake.store().id(), family.path()))
                .isEmpty();
        assertThat(repositories().uploads().find(completed.id())).contains(completed);
        assertThat(repositories().documents().delete(family.id())).isFalse();
    }

    @Test
    void it_is_done_twice_and_then_forgotten() {
        Upload upload = aborted();
        removals().done(due(upload).orElseThrow(), NO_TIME);

        Removal second = due(upload).orElseThrow();
        assertThat(second.round()).isEqualTo(Round.SECOND);
        removals().done(second, NO_TIME);

        assertThat(due(upload)).isEmpty();
    }

    @Test
    void the_second_time_is_later() {
        Upload upload = aborted();
        removals().done(due(upload).orElseThrow(), LEASE);

        assertThat(due(upload)).isEmpty();
        assertThat(removals().take(upload.announcement().key(), LEASE)).isEmpty();
    }

    @Test
    void one_that_somebody_took_is_nobody_elses() {
        Upload upload = aborted();
        assertThat(removals().take(upload.announcement().key(), LEASE)).isPresent();

        assertThat(due(upload)).isEmpty();
        assertThat(removals().take(upload.announcement().key(), LEASE)).isEmpty();
    }

    @Test
    void of_many_that_take_at_once_one_does() {
        Upload upload = aborted();

        List<Boolean> took =
                Race.among(
                        RUNNERS,
                        _ ->
                                removals().takeDue(ALL, LEASE).stream()
                                        .anyMatch(
                                                r -> r.key().equals(upload.announcement().key())));

        assertThat(took).filteredOn(t -> t).hasSize(1);
    }

    @Test
    void no_more_are_taken_than_asked_for() {
        aborted();
        aborted();

        assertThat(removals().takeDue(1, NO_TIME)).hasSize(1);
    }
}
