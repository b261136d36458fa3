package dev.penstock.core.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.object.PartNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void codes_are_unique_and_written_beside_their_constant() {
        assertThat(ProblemCode.values())
                .extracting(ProblemCode::text)
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("[a-z]+(-[a-z]+)*"));
        for (ProblemCode code : ProblemCode.values()) {
            assertThat(ProblemCode.of(code.text())).contains(code);
            assertThat(code).hasToString(code.text());
            assertThat(code.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .isEqualTo(code.text());
        }
        assertThat(ProblemCode.of("no-such-code")).isEmpty();
    }

    @Test
    void codes_are_those_of_the_contract_in_its_order() throws IOException {
        Path document =
                Path.of(System.getProperty("penstock.root")).resolve("contract/problems.yaml");
        List<String> problems =
                Files.readAllLines(document).stream()
                        .takeWhile(line -> !line.startsWith("warnings:"))
                        .map(String::strip)
                        .filter(line -> line.startsWith("- code:"))
                        .map(line -> line.substring("- code:".length()).strip())
                        .toList();

        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::text))
                .containsExactlyElementsOf(problems);
    }

    @Test
    void each_kind_of_problem_has_its_code() {
        assertThat(new Problem.InvalidFields(List.of()).code())
                .isEqualTo(ProblemCode.INVALID_FIELD);
        assertThat(new Problem.UploadIncomplete("d", List.of(), 0).code())
                .isEqualTo(ProblemCode.UPLOAD_INCOMPLETE);
        assertThat(new Problem.PartMismatch("d", List.of()).code())
                .isEqualTo(ProblemCode.PART_MISMATCH);
        assertThat(new Problem.SizeMismatch("d", 1, 2).code()).isEqualTo(ProblemCode.SIZE_MISMATCH);
        assertThat(new Problem.UploadClosed("d", "aborted", Optional.empty()).code())
                .isEqualTo(ProblemCode.UPLOAD_CLOSED);
        assertThat(Problem.of(ProblemCode.IN_USE, "d").code()).isEqualTo(ProblemCode.IN_USE);
        assertThat(new Problem.Later(ProblemCode.QUOTA_EXCEEDED, "d", Duration.ofSeconds(1)).code())
                .isEqualTo(ProblemCode.QUOTA_EXCEEDED);
    }

    @Test
    void invalid_fields_are_all_named_with_their_reasons() {
        var problem =
                new Problem.InvalidFields(
                        List.of(
                                new Problem.InvalidField("slug", "is too short"),
                                new Problem.InvalidField("store.id", "must be a UUID")));

        assertThat(problem.detail()).isEqualTo("slug is too short; store.id must be a UUID.");
    }

    @Test
    void exception_carries_the_problem_and_no_stack_trace() {
        Problem problem = Problem.of(ProblemCode.PATH_TAKEN, "Choose another path.");
        ProblemException exception = problem.asException();

        assertThat(exception.problem()).isSameAs(problem);
        assertThat(exception).hasMessage("path-taken: Choose another path.").hasNoCause();
        assertThat(exception.getStackTrace()).isEmpty();
    }

    @Test
    void problems_keep_their_own_copy_of_lists() {
        var numbers = new ArrayList<>(List.of(PartNumber.of(1)));
        var problem = new Problem.UploadIncomplete("d", numbers, 1);
        numbers.clear();

        assertThat(problem.missingParts()).containsExactly(PartNumber.of(1));
    }
}
