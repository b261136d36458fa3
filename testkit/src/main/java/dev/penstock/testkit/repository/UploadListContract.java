package dev.penstock.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.intake.Intake;
import dev.penstock.core.page.Order;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadFilter;
import dev.penstock.core.upload.UploadState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Contract of [UploadRepository#list].
public abstract class UploadListContract extends RepositoryContract {

    @Test
    void lists_are_of_one_intake_in_the_order_of_creation() {
        Intake intake = savedIntake();
        Upload first = inserted(UploadSamples.announced(intake));
        Upload second = savedCompleting(intake);
        Upload third = savedStored(intake);
        inserted(UploadSamples.announced(savedIntake()));

        assertThat(listed(intake, UploadFilter.ALL, Samples.NOW))
                .containsExactly(first, second, third);
        assertThat(
                        listed(
                                intake,
                                new UploadFilter(Optional.empty(), Order.NEWEST_FIRST),
                                Samples.NOW))
                .containsExactly(third, second, first);
    }

    @Test
    void lists_of_one_state_hold_as_of_now() {
        Intake intake = savedIntake();
        Upload first = inserted(UploadSamples.announced(intake));
        Upload second = inserted(UploadSamples.announced(intake));
        Upload third = inserted(UploadSamples.announced(intake));
        Upload completing = savedCompleting(intake);
        Upload stored = savedStored(intake);
        Upload aborted =
                saved(
                        UploadSamples.step(
                                inserted(UploadSamples.announced(intake)), new Command.Abort()));
        Instant deadline = first.announcement().deadline();
        Instant before = deadline.minusNanos(1);

        assertThat(inState(intake, UploadState.RECEIVING, before))
                .containsExactly(third, second, first);
        assertThat(inState(intake, UploadState.STORED, before)).containsExactly(stored);
        assertThat(inState(intake, UploadState.EXPIRED, before)).isEmpty();
        assertThat(inState(intake, UploadState.RECEIVING, deadline)).isEmpty();
        assertThat(inState(intake, UploadState.STORED, deadline)).isEmpty();
        assertThat(inState(intake, UploadState.EXPIRED, deadline))
                .containsExactly(stored, third, second, first);
        assertThat(inState(intake, UploadState.COMPLETING, deadline)).containsExactly(completing);
        assertThat(inState(intake, UploadState.ABORTED, deadline)).containsExactly(aborted);
        assertThat(inState(intake, UploadState.FAILED, deadline)).isEmpty();
    }

    private List<Upload> inState(Intake intake, UploadState state, Instant now) {
        return listed(intake, new UploadFilter(Optional.of(state), Order.NEWEST_FIRST), now);
    }

    private List<Upload> listed(Intake intake, UploadFilter filter, Instant now) {
        return walk(p -> repositories().uploads().list(intake.id(), filter, now, p));
    }
}
