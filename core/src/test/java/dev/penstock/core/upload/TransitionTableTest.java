package dev.penstock.core.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The code does what the table in its documentation says, for every state and every command.
class TransitionTableTest {
    private static final Instant NOW = SampleUploads.CHANGED.plusSeconds(60);

    @Test
    void table_names_every_state_and_every_command_once() throws IOException {
        List<TransitionTable.Cell> cells = TransitionTable.read().cells();
        List<String> commands =
                Arrays.stream(Command.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList();

        assertThat(cells)
                .extracting(c -> c.state() + " " + c.command())
                .doesNotHaveDuplicates()
                .hasSize(UploadState.values().length * commands.size());
        assertThat(cells).extracting(TransitionTable.Cell::command).containsAll(commands);
    }

    @TestFactory
    Stream<DynamicTest> every_step_is_the_one_of_the_table() throws IOException {
        return TransitionTable.read().cells().stream()
                .map(cell ->
                        DynamicTest.dynamicTest(
                                "%s × %s → %s"
                                        .formatted(cell.state(), cell.command(), cell.expected()),
                                () -> requireStep(cell)));
    }

    private static void requireStep(TransitionTable.Cell cell) {
        Upload upload = SampleUploads.in(cell.state());
        Step step = Transitions.apply(upload, SampleUploads.command(cell.command()), NOW);
        switch (cell.expected()) {
            case "closed" -> requireClosed(upload, step);
            case "in progress" -> requireInProgress(step);
            case "stay", "receiving, stay" -> assertThat(step).isEqualTo(new Step.Stay(upload));
            default -> requireNext(upload, cell.expected(), step);
        }
    }

    private static void requireNext(Upload upload, String state, Step step) {
        assertThat(step).isInstanceOf(Step.To.class);
        Upload next = ((Step.To) step).next();
        assertThat(next.state().text()).isEqualTo(state);
        assertThat(next.version()).isEqualTo(SampleUploads.VERSION + 1);
        assertThat(next.changedOn()).isEqualTo(NOW);
        assertThat(next.announcement()).isEqualTo(upload.announcement());
        assertThat(next.multipart()).isEqualTo(SampleUploads.MULTIPART);
    }

    private static void requireClosed(Upload upload, Step step) {
        assertThat(step).isInstanceOf(Step.Refused.class);
        var closed = (Problem.UploadClosed) ((Step.Refused) step).problem();
        assertThat(closed.code()).isEqualTo(ProblemCode.UPLOAD_CLOSED);
        assertThat(closed.state()).isEqualTo(upload.state().text());
        assertThat(closed.problem()).isEqualTo(cause(upload));
        assertThat(closed.detail()).contains(upload.state().text());
    }

    private static Optional<ProblemCode> cause(Upload upload) {
        return switch (upload.state()) {
            case REJECTED -> Optional.of(ProblemCode.SCRIPT_REJECTED);
            case FAILED -> Optional.of(ProblemCode.UPLOAD_LOST);
            case RECEIVING, COMPLETING, STORED, COMPLETED, ABORTED, EXPIRED -> Optional.empty();
        };
    }

    private static void requireInProgress(Step step) {
        assertThat(step).isInstanceOf(Step.Refused.class);
        var later = (Problem.Later) ((Step.Refused) step).problem();
        assertThat(later.code()).isEqualTo(ProblemCode.COMPLETION_IN_PROGRESS);
        assertThat(later.retryAfter()).isPositive();
    }
}
