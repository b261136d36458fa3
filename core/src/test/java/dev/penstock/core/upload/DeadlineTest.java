package dev.penstock.core.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// The deadline binds at once, whether anybody has saved it or not.
class DeadlineTest {
    private static final Instant DEADLINE = Announcements.DEADLINE;

    @ParameterizedTest
    @EnumSource
    void nothing_changes_before_the_deadline(UploadState state) {
        Upload upload = SampleUploads.in(state);

        assertThat(Transitions.asOf(upload, DEADLINE.minusNanos(1))).isSameAs(upload);
    }

    @ParameterizedTest
    @EnumSource(names = {"RECEIVING", "STORED"})
    void upload_is_expired_from_its_deadline_on(UploadState state) {
        for (Instant now : new Instant[] {DEADLINE, DEADLINE.plus(Duration.ofDays(400))}) {
            Upload upload = Transitions.asOf(SampleUploads.in(state), now);

            assertThat(upload.state()).isEqualTo(UploadState.EXPIRED);
            assertThat(upload.version()).isEqualTo(SampleUploads.VERSION + 1);
            assertThat(upload.changedOn()).isEqualTo(DEADLINE);
            assertThat(upload.multipart()).isEqualTo(SampleUploads.MULTIPART);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"RECEIVING", "STORED"})
    void deadline_waits_for_a_completion_and_changes_nothing_that_ended(UploadState state) {
        Upload upload = SampleUploads.in(state);

        assertThat(Transitions.asOf(upload, DEADLINE.plusSeconds(1))).isSameAs(upload);
    }

    @Test
    void upload_given_back_after_its_deadline_expires_then_and_there() {
        Instant late = DEADLINE.plusSeconds(30);
        Step given =
                Transitions.apply(
                        SampleUploads.in(UploadState.COMPLETING),
                        new Command.GiveBack(ProblemCode.PART_MISMATCH),
                        late);

        Upload upload = Transitions.asOf(((Step.To) given).next(), late.plusSeconds(1));

        assertThat(upload.state()).isEqualTo(UploadState.EXPIRED);
        assertThat(upload.changedOn()).isEqualTo(late);
    }

    @Test
    void expired_upload_stays_as_it_is() {
        Upload once = Transitions.asOf(SampleUploads.in(UploadState.STORED), DEADLINE);

        assertThat(Transitions.asOf(once, DEADLINE.plusSeconds(1))).isSameAs(once);
    }
}
