package dev.penstock.core.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.Verification;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a step takes along, and the steps that depend on more than the state.
class TransitionsTest {
    private static final Instant NOW = SampleUploads.CHANGED.plusSeconds(60);
    private static final CompletionRequest ELSEWHERE =
            CompletionRequest.plain(new DocumentPath("b/other.pdf"));

    @Test
    void opening_records_the_multipart_id() {
        Upload next = next(SampleUploads.unopened(), new Command.Open(new MultipartId("new")));

        assertThat(next.state()).isEqualTo(UploadState.RECEIVING);
        assertThat(next.version()).isEqualTo(SampleUploads.VERSION + 1);
        assertThat(next.multipart()).contains(new MultipartId("new"));
    }

    @Test
    void second_multipart_upload_of_the_same_upload_is_refused_as_a_stray() {
        Step step = apply(UploadState.RECEIVING, new Command.Open(new MultipartId("stray")));

        assertThat(refusal(step).code()).isEqualTo(ProblemCode.UPLOAD_CLOSED);
    }

    @Test
    void upload_that_the_storage_has_not_opened_takes_no_parts_and_no_completion() {
        for (String name : new String[] {"SignParts", "BeginCompletion"}) {
            Step step =
                    Transitions.apply(SampleUploads.unopened(), SampleUploads.command(name), NOW);

            assertThat(refusal(step).code()).as(name).isEqualTo(ProblemCode.STORAGE_UNAVAILABLE);
        }
    }

    @Test
    void upload_that_the_storage_has_not_opened_can_be_given_up() {
        assertThat(next(SampleUploads.unopened(), new Command.Abort()).multipart()).isEmpty();
        assertThat(next(SampleUploads.unopened(), new Command.Abort()).state())
                .isEqualTo(UploadState.ABORTED);
    }

    @Test
    void completing_keeps_the_whole_request_and_the_exact_parts_and_claims_its_path() {
        Upload next =
                next(
                        SampleUploads.in(UploadState.RECEIVING),
                        new Command.BeginCompletion(ELSEWHERE, SampleUploads.VERIFIED));

        assertThat(next).isInstanceOf(Upload.Completing.class);
        var completing = (Upload.Completing) next;
        assertThat(completing.request()).isEqualTo(ELSEWHERE);
        assertThat(completing.verified()).isEqualTo(SampleUploads.VERIFIED);
        assertThat(completing.path()).isEqualTo(ELSEWHERE.path());
        assertThat(completing.state().claimsPath()).isTrue();
    }

    @Test
    void giving_back_frees_the_path_and_takes_parts_again() {
        Upload next =
                next(
                        SampleUploads.in(UploadState.COMPLETING),
                        new Command.GiveBack(ProblemCode.PART_MISMATCH));

        assertThat(next.state().claimsPath()).isFalse();
        assertThat(next.path()).isEqualTo(Announcements.PATH);
        assertThat(Transitions.apply(next, new Command.SignParts(), NOW))
                .isEqualTo(new Step.Stay(next));
    }

    @Test
    void stored_keeps_what_was_verified() {
        var stored =
                (Upload.Stored)
                        next(
                                SampleUploads.in(UploadState.COMPLETING),
                                new Command.ConfirmStored(SampleUploads.OBJECT));

        assertThat(stored.object()).isEqualTo(SampleUploads.OBJECT);
        assertThat(stored.partCount()).isEqualTo(3);
        assertThat(stored.verification()).isEqualTo(Verification.ETAG);
        assertThat(stored.request()).isEqualTo(SampleUploads.REQUEST);
    }

    @Test
    void a_completion_knows_that_an_earlier_one_came_back() {
        Upload back =
                next(
                        SampleUploads.in(UploadState.COMPLETING),
                        new Command.GiveBack(ProblemCode.PART_MISMATCH));
        var again = (Upload.Completing) next(back, SampleUploads.command("BeginCompletion"));

        assertThat(again.refusal()).contains(ProblemCode.PART_MISMATCH);
    }

    @Test
    void a_direct_upload_is_delivered_or_rejected_while_it_is_received() {
        var completed =
                (Upload.Completed) next(SampleUploads.direct(), SampleUploads.command("Deliver"));
        Upload rejected = next(SampleUploads.direct(), SampleUploads.command("Reject"));

        assertThat(completed.request()).isEqualTo(SampleUploads.REQUEST);
        assertThat(completed.object()).isEqualTo(SampleUploads.OBJECT);
        assertThat(completed.partCount()).isEqualTo(3);
        assertThat(completed.family()).isEqualTo(SampleUploads.FAMILY);
        assertThat(rejected.state()).isEqualTo(UploadState.REJECTED);
    }

    @Test
    void restating_changes_the_request_alone() {
        var before = (Upload.Stored) SampleUploads.in(UploadState.STORED);
        var after = (Upload.Stored) next(before, new Command.Restate(ELSEWHERE));

        assertThat(after.request()).isEqualTo(ELSEWHERE);
        assertThat(after.path()).isEqualTo(ELSEWHERE.path());
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("request", "version", "changedOn")
                .isEqualTo(before);
    }

    @Test
    void completed_shows_the_path_it_ended_under() {
        Upload restated =
                next(SampleUploads.in(UploadState.STORED), new Command.Restate(ELSEWHERE));
        var completed = (Upload.Completed) next(restated, new Command.Finish(SampleUploads.FAMILY));

        assertThat(completed.path()).isEqualTo(ELSEWHERE.path());
        assertThat(completed.family()).isEqualTo(SampleUploads.FAMILY);
        assertThat(completed.object()).isEqualTo(SampleUploads.OBJECT);
        assertThat(completed.partCount()).isEqualTo(3);
    }

    @Test
    void rejection_and_failure_record_their_cause() {
        Upload stored = SampleUploads.in(UploadState.STORED);
        var rejected =
                (Upload.Rejected)
                        next(stored, new Command.Reject(ProblemCode.CONTENT_TYPE_NOT_ALLOWED));
        var failed = (Upload.Failed) next(stored, new Command.Fail(ProblemCode.CHECKSUM_MISMATCH));

        assertThat(rejected.cause()).isEqualTo(ProblemCode.CONTENT_TYPE_NOT_ALLOWED);
        assertThat(failed.cause()).isEqualTo(ProblemCode.CHECKSUM_MISMATCH);
    }

    @Test
    void only_open_uploads_occupy_their_intake_and_only_claimed_paths_are_held() {
        assertThat(SampleUploads.all())
                .filteredOn(u -> u.state().isOpen())
                .extracting(Upload::state)
                .containsExactly(UploadState.RECEIVING, UploadState.COMPLETING, UploadState.STORED);
        assertThat(SampleUploads.all())
                .filteredOn(u -> u.state().claimsPath())
                .extracting(Upload::state)
                .containsExactly(UploadState.COMPLETING, UploadState.STORED, UploadState.COMPLETED);
    }

    private static Step apply(UploadState state, Command command) {
        return Transitions.apply(SampleUploads.in(state), command, NOW);
    }

    private static Upload next(Upload upload, Command command) {
        Step step = Transitions.apply(upload, command, NOW);
        assertThat(step).isInstanceOf(Step.To.class);
        return ((Step.To) step).next();
    }

    private static Problem refusal(Step step) {
        return Optional.of(step)
                .filter(Step.Refused.class::isInstance)
                .map(s -> ((Step.Refused) s).problem())
                .orElseThrow();
    }
}
