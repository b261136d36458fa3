package dev.penstock.server;

import static dev.penstock.server.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Text that people write, in names, descriptions and metadata: what no database or page could show
/// is refused under the name of its field.
class FreeTextTest {
    private static TestService service;
    private static TestIntake intake;

    @BeforeAll
    static void start() {
        service = TestService.temporary();
        intake = service.intake();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    POST | /api/organizations         | {"slug":"ok-slug","name":"a\\u0000b"}                                                   | name
                    POST | /api/organizations         | {"slug":"ok-slug","name":"a\\u0007b"}                                                   | name
                    POST | /api/organizations         | {"slug":"ok-slug","name":"a\\nb"}                                                       | name
                    POST | /api/document-stores       | {"organizationId":"ORG_ID","slug":"ok-slug","name":"\\u0085b"}                          | name
                    POST | /api/intakes/INTAKE/tokens | {"name":"a\\u001bb"}                                                                    | name
                    POST | /api/api-keys              | {"name":"\\u0000","grants":[{"organizationId":"ORG_ID","permissions":["store:read"]}]}  | name
                    PUT  | /api/intakes/INTAKE        | {"description":"a\\u0000b"}                                                             | description
                    PUT  | /api/intakes/INTAKE        | {"description":"a\\u0001b"}                                                             | description
                    PUT  | /api/intakes/INTAKE        | {"metadata":{"a":{"b":["\\u0000"]}}}                                                    | metadata.a.b[0]
                    PUT  | /api/intakes/INTAKE        | {"metadata":{"a":"\\ud800"}}                                                            | metadata.a
                    """)
    void is_refused(String method, String path, String body, String field) {
        Answer answer =
                refused(service, 400, "invalid-field", () -> intake.manage(method, path, body));
        assertThat(answer.json().path("fields").findValuesAsString("field")).containsExactly(field);
    }

    @Test
    void may_have_lines_in_a_description_and_any_other_character() {
        String text = "one\\n\\ttwo\\r\\nthree \\u00fc \\ud83d\\ude00";
        Answer answer =
                intake.manage(
                        "PUT",
                        "/api/intakes/INTAKE",
                        "{\"description\":\"%s\",\"metadata\":{\"a\":\"\\u0001\"}}"
                                .formatted(text));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text("description")).isEqualTo("one\n\ttwo\r\nthree ü 😀");
        assertThat(answer.json().at("/metadata/a").asString()).isEqualTo("\u0001");
    }
}
