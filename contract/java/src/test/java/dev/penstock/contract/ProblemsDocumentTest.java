package dev.penstock.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ProblemsDocumentTest {

    private static final Set<String> RETRIES = Set.of("no", "after-delay", "after-fixing");

    private static List<JsonNode> problems() {
        List<JsonNode> problems = new ArrayList<>();
        Documents.PROBLEMS.path("problems").forEach(problems::add);
        return problems;
    }

    private static List<String> codes(String list) {
        List<String> codes = new ArrayList<>();
        Documents.PROBLEMS.path(list).forEach(item -> codes.add(item.path("code").asString()));
        return codes;
    }

    @Test
    void every_code_is_there_once() {
        assertThat(codes("problems")).hasSizeGreaterThanOrEqualTo(46).doesNotHaveDuplicates();
        assertThat(codes("warnings")).hasSizeGreaterThanOrEqualTo(6).doesNotHaveDuplicates();
    }

    @Test
    void every_problem_says_what_it_means_whether_to_retry_and_what_to_do() {
        for (var problem : problems()) {
            var code = problem.path("code").asString();
            assertThat(problem.path("status").asInt()).as(code).isBetween(400, 599);
            assertThat(problem.path("title").asString()).as(code).isNotBlank().doesNotEndWith(".");
            assertThat(problem.path("meaning").asString()).as(code).endsWith(".");
            assertThat(problem.path("do").asString()).as(code).endsWith(".");
            assertThat(RETRIES).as(code).contains(problem.path("retry").asString("no"));
        }
    }

    @Test
    void a_status_that_carries_retry_after_is_tried_again_after_a_delay() {
        for (var problem : problems()) {
            var status = problem.path("status").asInt();
            if (status == 429 || status == 503) {
                assertThat(problem.path("retry").asString())
                        .as(problem.path("code").asString())
                        .isEqualTo("after-delay");
            }
        }
    }

    @Test
    void openapi_knows_exactly_these_codes() {
        assertThat(values("/components/schemas/ProblemCode/enum")).isEqualTo(codes("problems"));
        assertThat(values("/components/schemas/Warning/properties/code/enum"))
                .isEqualTo(codes("warnings"));
    }

    @Test
    void openapi_knows_every_extension_member() {
        var members = Documents.OPENAPI.at("/components/schemas/Problem/properties");
        for (var problem : problems()) {
            problem.path("extensions")
                    .propertyNames()
                    .forEach(name -> assertThat(members.has(name)).as(name).isTrue());
        }
    }

    @Test
    void a_response_names_only_codes_of_its_own_status() {
        var seen = new TreeSet<String>();
        for (var operation : Documents.operations()) {
            operation
                    .path("responses")
                    .forEachEntry((status, response) -> {
                        for (var code : codesOf(Documents.resolve(response))) {
                            seen.add(code);
                            assertThat(statusOf(code)).as(code).isEqualTo(status);
                        }
                    });
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(30);
    }

    private static List<String> codesOf(JsonNode response) {
        List<String> codes = new ArrayList<>();
        response.at("/content/application~1problem+json/schema/allOf/1/properties/code/enum")
                .forEach(code -> codes.add(code.asString()));
        return codes;
    }

    private static String statusOf(String code) {
        return problems().stream()
                .filter(problem -> problem.path("code").asString().equals(code))
                .map(problem -> problem.path("status").asString())
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not in problems.yaml"));
    }

    private static List<String> values(String pointer) {
        List<String> values = new ArrayList<>();
        Documents.OPENAPI.at(pointer).forEach(value -> values.add(value.asString()));
        return values;
    }
}
