package dev.penstock.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.server.support.Contract;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The answers of the closed list, held equal to contract/problems.yaml.
class ProblemResponsesTest {
    private static final JsonNode DOCUMENT = Contract.load("problems.yaml").path("problems");

    private record Line(String code, int status, String title) {}

    @Test
    void every_code_has_the_status_and_the_title_of_problems_yaml() {
        List<Line> documented =
                DOCUMENT.valueStream()
                        .map(p ->
                                new Line(
                                        p.path("code").asString(),
                                        p.path("status").asInt(),
                                        p.path("title").asString()))
                        .toList();
        List<Line> ours =
                Arrays.stream(ProblemCode.values())
                        .map(c ->
                                new Line(
                                        c.text(),
                                        ProblemResponses.status(c),
                                        ProblemResponses.title(c)))
                        .toList();
        assertThat(ours).hasSizeGreaterThanOrEqualTo(46).isEqualTo(documented);
    }

    @Test
    void what_goes_out_with_a_time_to_ask_again_is_what_may_be_repeated() {
        for (JsonNode p : DOCUMENT) {
            int status = p.path("status").asInt();
            assertThat(p.path("retry").asString().equals("after-delay"))
                    .as(p.path("code").asString())
                    .isEqualTo(status == 429 || status >= 500);
        }
    }

    @Test
    void a_fault_of_ours_names_the_request_and_nothing_else_does() {
        var responses = new ProblemResponses(() -> URI.create("http://localhost:1"));
        for (ProblemCode code : ProblemCode.values()) {
            JsonNode body =
                    new JsonMapper().readTree(responses.body(Problem.of(code, "Do it."), "r-1"));
            assertThat(body.path("instance").asString()).isEqualTo("urn:penstock:request:r-1");
            assertThat(body.path("type").asString())
                    .isEqualTo("http://localhost:1/problems#" + code.text());
            assertThat(body.path("requestId").asString(""))
                    .isEqualTo(code == ProblemCode.INTERNAL_ERROR ? "r-1" : "");
        }
    }
}
