package dev.penstock.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadRepository;
import dev.penstock.core.upload.UploadRepository.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The contract of [UploadRepository]: who has a path of a store, and until when.
public abstract class PathClaimContract extends RepositoryContract {

    private UploadRepository uploads() {
        return repositories().uploads();
    }

    private Upload opened(Intake intake, DocumentPath path) {
        return saved(UploadSamples.opened(inserted(UploadSamples.announced(intake, path))));
    }

    static List<Command> endings() {
        return List.of(
                new Command.Reject(ProblemCode.SCRIPT_REJECTED),
                new Command.Fail(ProblemCode.UPLOAD_LOST),
                new Command.Abort(),
                new Command.Expire());
    }

    @Test
    void a_path_is_nobodys_while_parts_come_in() {
        Intake intake = savedIntake();
        DocumentPath path = UploadSamples.path();
        opened(intake, path);

        assertThat(uploads().pathHolder(intake.store().id(), path)).isEmpty();
    }

    @Test
    void of_many_that_claim_a_path_at_once_one_gets_it() {
        Intake intake = savedIntake();
        DocumentPath path = UploadSamples.path();
        List<Upload> opened =
                IntStream.range(0, RUNNERS).mapToObj(i -> opened(intake, path)).toList();

        List<Outcome> ends =
                Race.among(RUNNERS, i -> uploads().save(UploadSamples.completing(opened.get(i))));

        assertThat(ends).containsOnlyOnce(Outcome.SAVED);
        assertThat(Collections.frequency(ends, Outcome.PATH_TAKEN)).isEqualTo(RUNNERS - 1);
        assertThat(uploads().pathHolder(intake.store().id(), path))
                .contains(opened.get(ends.indexOf(Outcome.SAVED)).id());
    }

    @Test
    void the_one_that_lost_is_as_before_and_may_take_another_path() {
        Intake intake = savedIntake();
        DocumentPath path = UploadSamples.path();
        saved(UploadSamples.completing(opened(intake, path)));
        Upload loser = opened(intake, path);

        assertThat(uploads().save(UploadSamples.completing(loser))).isEqualTo(Outcome.PATH_TAKEN);
        assertThat(uploads().find(loser.id())).contains(loser);
        saved(UploadSamples.completing(loser, UploadSamples.path()));
    }

    @Test
    void a_path_is_anothers_in_another_store() {
        DocumentPath path = UploadSamples.path();
        saved(UploadSamples.completing(opened(savedIntake(), path)));

        saved(UploadSamples.completing(opened(savedIntake(), path)));
    }

    @Test
    void paths_differ_by_every_character() {
        Intake intake = savedIntake();

        for (String path : List.of("A/b", "a/b", "a/%", "a/_", "a/b ", "é", "e\u0301")) {
            saved(UploadSamples.completing(opened(intake, new DocumentPath(path))));
        }
    }

    @Test
    void a_document_keeps_the_path() {
        Intake intake = savedIntake();
        Upload completed = savedStored(intake);
        completed(completed, intake);
        Upload late = opened(intake, completed.path());

        assertThat(uploads().save(UploadSamples.completing(late))).isEqualTo(Outcome.PATH_TAKEN);
        assertThat(uploads().pathHolder(intake.store().id(), completed.path()))
                .contains(completed.id());
    }

    @ParameterizedTest
    @MethodSource("endings")
    void a_path_is_free_when_its_upload_ends_without_a_document(Command ending) {
        Intake intake = savedIntake();
        Upload stored = savedStored(intake);

        saved(UploadSamples.step(stored, ending));

        assertThat(uploads().pathHolder(intake.store().id(), stored.path())).isEmpty();
        saved(UploadSamples.completing(opened(intake, stored.path())));
    }

    @Test
    void a_path_is_free_when_the_completion_is_given_back() {
        Intake intake = savedIntake();
        Upload completing = savedCompleting(intake);

        saved(UploadSamples.step(completing, new Command.GiveBack(ProblemCode.PART_MISMATCH)));

        saved(UploadSamples.completing(opened(intake, completing.path())));
    }

    @Test
    void a_restated_completion_moves_to_its_new_path() {
        Intake intake = savedIntake();
        Upload stored = savedStored(intake);
        DocumentPath next = UploadSamples.path();

        Upload moved =
                saved(UploadSamples.step(stored, new Command.Restate(UploadSamples.request(next))));

        assertThat(uploads().pathHolder(intake.store().id(), next)).contains(moved.id());
        assertThat(uploads().pathHolder(intake.store().id(), stored.path())).isEmpty();
    }

    @Test
    void a_restated_completion_stays_where_the_new_path_is_taken() {
        Intake intake = savedIntake();
        Upload other = savedCompleting(intake);
        Upload stored = savedStored(intake);
        var restate = new Command.Restate(UploadSamples.request(other.path()));

        assertThat(uploads().save(UploadSamples.step(stored, restate)))
                .isEqualTo(Outcome.PATH_TAKEN);
        assertThat(uploads().find(stored.id())).contains(stored);
        assertThat(uploads().pathHolder(intake.store().id(), stored.path())).contains(stored.id());
    }

    @Test
    void uploads_that_swap_their_paths_at_once_neither_hang_nor_lose_one() {
        Intake intake = savedIntake();
        List<Upload> two = List.of(savedStored(intake), savedStored(intake));

        List<Outcome> ends =
                Race.among(
                        2,
                        i ->
                                uploads()
                                        .save(
                                                UploadSamples.step(
                                                        two.get(i),
                                                        new Command.Restate(
                                                                UploadSamples.request(
                                                                        two.get(1 - i).path())))));

        assertThat(ends).contains(Outcome.PATH_TAKEN);
        for (Upload upload : two) {
            Upload now = uploads().find(upload.id()).orElseThrow();
            assertThat(uploads().pathHolder(intake.store().id(), now.path())).contains(now.id());
        }
    }
}
