package dev.penstock.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.upload.Announcement;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.PartPlan;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadKind;
import dev.penstock.core.upload.UploadRepository;
import dev.penstock.core.upload.UploadRepository.Finished;
import dev.penstock.core.upload.UploadRepository.Outcome;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The contract of [UploadRepository]: states and versions. [PathClaimContract] has the paths.
public abstract class UploadRepositoryContract extends RepositoryContract {

    private UploadRepository uploads() {
        return repositories().uploads();
    }

    static List<Command> endings() {
        return List.of(
                new Command.Reject(ProblemCode.SCRIPT_REJECTED),
                new Command.Fail(ProblemCode.UPLOAD_LOST),
                new Command.Abort(),
                new Command.Expire());
    }

    @Test
    void an_announced_upload_comes_back_as_it_was() {
        Upload upload = inserted(UploadSamples.announced(savedIntake()));

        assertThat(uploads().find(upload.id())).contains(upload);
        assertThat(uploads().find(new UploadId(Samples.id()))).isEmpty();
    }

    @Test
    void an_announcement_that_promises_little_comes_back_as_it_was() {
        Intake intake = savedIntake();
        Announcement a = UploadSamples.announcement(intake, UploadSamples.path());
        var little =
                new Announcement(
                        a.id(),
                        a.intakeId(),
                        a.storeId(),
                        UploadKind.SINGLE,
                        a.key(),
                        a.path(),
                        a.contentType(),
                        Optional.empty(),
                        PartPlan.growing(),
                        Optional.empty(),
                        Optional.empty(),
                        a.createdOn(),
                        a.deadline());
        Upload upload =
                inserted(
                        new Upload.Receiving(
                                little, 0, Samples.NOW, Optional.empty(), Optional.empty()));

        assertThat(uploads().find(upload.id())).contains(upload);
    }

    @Test
    void every_state_on_the_way_to_a_document_comes_back_as_it_was() {
        Intake intake = savedIntake();
        Upload announced = inserted(UploadSamples.announced(intake));
        Upload opened = requireSaved(UploadSamples.opened(announced));
        Upload completing = requireSaved(UploadSamples.completing(opened, UploadSamples.path()));
        Upload stored = requireSaved(UploadSamples.stored(completing));
        Finished finished = finished(stored, intake);

        completed(finished);

        assertThat(uploads().find(stored.id())).contains(finished.upload());
    }

    @ParameterizedTest
    @MethodSource("endings")
    void every_other_end_comes_back_as_it_was(Command ending) {
        requireSaved(UploadSamples.step(savedStored(savedIntake()), ending));
    }

    @Test
    void an_upload_that_never_opened_may_end() {
        Upload announced = inserted(UploadSamples.announced(savedIntake()));

        requireSaved(UploadSamples.step(announced, new Command.Abort()));
    }

    @Test
    void a_completion_may_be_given_back_and_restated() {
        Intake intake = savedIntake();
        Upload back =
                requireSaved(
                        UploadSamples.step(
                                savedCompleting(intake),
                                new Command.GiveBack(ProblemCode.PART_MISMATCH)));
        Upload completing = requireSaved(UploadSamples.completing(back));
        Upload stored = saved(UploadSamples.stored(completing));

        requireSaved(
                UploadSamples.step(
                        stored, new Command.Restate(UploadSamples.request(stored.path()))));
    }

    @Test
    void ten_thousand_verified_parts_come_back_as_they_were() {
        Upload opened =
                saved(UploadSamples.opened(inserted(UploadSamples.announced(savedIntake()))));
        var request = UploadSamples.request(opened.path());

        requireSaved(
                UploadSamples.step(
                        opened,
                        new Command.BeginCompletion(request, UploadSamples.verified(10_000))));
    }

    @Test
    void a_change_of_an_older_version_is_stale() {
        Upload announced = inserted(UploadSamples.announced(savedIntake()));
        Upload opened = saved(UploadSamples.opened(announced));

        assertThat(uploads().save(UploadSamples.step(announced, new Command.Abort())))
                .isEqualTo(Outcome.STALE);
        assertThat(uploads().find(opened.id())).contains(opened);
    }

    @Test
    void a_change_of_an_upload_that_is_not_there_is_stale() {
        Upload unknown = UploadSamples.announced(savedIntake());

        assertThat(uploads().save(UploadSamples.opened(unknown))).isEqualTo(Outcome.STALE);
        assertThat(uploads().find(unknown.id())).isEmpty();
    }

    @Test
    void of_many_changes_of_one_version_one_is_saved() {
        Upload announced = inserted(UploadSamples.announced(savedIntake()));
        Upload opened = UploadSamples.opened(announced);
        Upload aborted = UploadSamples.step(announced, new Command.Abort());

        List<Outcome> ends =
                Race.among(RUNNERS, i -> uploads().save(i % 2 == 0 ? opened : aborted));

        assertThat(ends).containsOnlyOnce(Outcome.SAVED);
        assertThat(Collections.frequency(ends, Outcome.STALE)).isEqualTo(RUNNERS - 1);
    }

    @Test
    void of_many_completions_at_once_one_makes_the_document() {
        Intake intake = savedIntake();
        Upload stored = savedStored(intake);
        List<Finished> attempts =
                IntStream.range(0, RUNNERS).mapToObj(i -> finished(stored, intake)).toList();

        List<Outcome> ends = Race.among(RUNNERS, i -> uploads().complete(List.of(attempts.get(i))));

        assertThat(ends).containsOnlyOnce(Outcome.SAVED);
        assertThat(Collections.frequency(ends, Outcome.STALE)).isEqualTo(RUNNERS - 1);
        assertThat(attempts.stream().map(a -> a.document().id()).filter(this::documentExists))
                .singleElement()
                .isEqualTo(((Upload.Completed) found(stored)).family());
    }

    @Test
    void a_document_is_never_made_without_its_upload_or_for_another() {
        Intake intake = savedIntake();
        Upload.Completed completed = UploadSamples.completed(savedStored(intake));
        Upload.Completed other = UploadSamples.completed(savedStored(intake));

        assertThatThrownBy(() -> uploads().save(completed))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Finished(completed, UploadSamples.document(other, intake)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_many_uploads_all_become_documents_or_none() {
        Intake intake = savedIntake();
        Finished first = finished(savedStored(intake), intake);
        Upload gone = savedStored(intake);
        Finished stale = finished(gone, intake);
        saved(UploadSamples.step(gone, new Command.Abort()));

        assertThat(uploads().complete(List.of(first, stale))).isEqualTo(Outcome.STALE);
        assertThat(documentExists(first.document().id())).isFalse();

        Finished second = finished(savedStored(intake), intake);
        assertThat(uploads().complete(List.of(first, second))).isEqualTo(Outcome.SAVED);
        assertThat(documentExists(first.document().id())).isTrue();
        assertThat(documentExists(second.document().id())).isTrue();
    }

    @Test
    void a_container_that_is_not_reserved_any_more_makes_no_document() {
        Intake intake = savedIntake();
        Finished finished = finished(savedStored(intake), intake);
        repositories().removals().release(finished.document().container().key());

        assertThat(uploads().complete(List.of(finished))).isEqualTo(Outcome.STALE);
        assertThat(documentExists(finished.document().id())).isFalse();
    }

    @Test
    void a_direct_upload_claims_its_path_when_it_is_delivered() {
        Intake intake = savedIntake();
        Upload taken = savedCompleting(intake);
        Upload direct = inserted(UploadSamples.direct(intake, taken.path()));
        Finished late = reserved(UploadSamples.delivered(direct, intake));

        assertThat(uploads().complete(List.of(late))).isEqualTo(Outcome.PATH_TAKEN);
        saved(UploadSamples.step(taken, new Command.Fail(ProblemCode.UPLOAD_LOST)));
        assertThat(completed(late).path()).isEqualTo(taken.path());
        assertThat(uploads().find(direct.id())).contains(late.upload());
    }

    @Test
    void open_uploads_of_the_intake_are_counted_until_their_deadline() {
        Intake intake = savedIntake();
        inserted(UploadSamples.announced(intake));
        Upload aborted = inserted(UploadSamples.announced(intake));
        saved(UploadSamples.step(aborted, new Command.Abort()));
        savedCompleting(intake);
        Upload stored = savedStored(intake);
        inserted(UploadSamples.announced(savedIntake()));
        Instant deadline = stored.announcement().deadline();

        assertThat(uploads().countOpen(intake.id(), deadline.minusNanos(1))).isEqualTo(3);
        assertThat(uploads().countOpen(intake.id(), deadline)).isEqualTo(1);
    }

    @Test
    void open_uploads_of_the_intake_are_listed_even_past_their_deadline() {
        Intake intake = savedIntake();
        Upload first = inserted(UploadSamples.announced(intake));
        Upload aborted = inserted(UploadSamples.announced(intake));
        saved(UploadSamples.step(aborted, new Command.Abort()));
        Upload second = savedCompleting(intake);
        Upload third = savedStored(intake);

        assertThat(uploads().listOpen(intake.id(), 10))
                .containsExactlyInAnyOrder(first.id(), second.id(), third.id());
        assertThat(uploads().listOpen(intake.id(), 2)).hasSize(2);
    }

    @Test
    void an_upload_into_a_store_that_is_gone_is_not_entered() {
        Intake intake = Samples.intake(Samples.documentStore(savedOrganization()));
        Upload.Receiving upload = UploadSamples.announced(intake, new DocumentPath("a"));

        assertThatThrownBy(() -> uploads().insert(upload, Optional.empty(), LEASE))
                .isInstanceOf(RuntimeException.class);
        assertThat(uploads().find(upload.id())).isEmpty();
    }

    private Upload requireSaved(Upload next) {
        assertThat(found(saved(next))).isEqualTo(next);
        return next;
    }

    private Upload found(Upload upload) {
        return uploads().find(upload.id()).orElseThrow();
    }

    private boolean documentExists(FamilyId id) {
        return repositories().documents().find(id).isPresent();
    }
}
