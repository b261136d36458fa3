package dev.penstock.server;

import static dev.penstock.server.support.Refusals.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.TestFamily;
import dev.penstock.server.support.TestForm;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The fields of a direct upload, in the form and in the query, and forms that are none.
class DirectUploadFieldsTest {
    private static final byte[] FILE = "one file".getBytes(UTF_8);

    private static TestService service;
    private TestIntake intake;

    @BeforeAll
    static void start() {
        service = TestService.temporary();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void makeIntake() {
        intake = service.intake();
    }

    private static TestForm file() {
        return TestForm.of("a.txt", FILE);
    }

    /// What is wrong before the file changes nothing, and what is wrong behind it makes nothing.
    private Answer refusedField(String code, TestForm before, TestForm behind, String... query) {
        Answer answer =
                refused(service, 400, code, () -> before.file("a.txt", FILE).send(intake, query));
        refused(behind.send(intake, query), 400, code);
        assertThat(service.management("GET", "/api/document-families", "").text())
                .doesNotContain(intake.organization() + "/");
        return answer;
    }

    private TestFamily made(TestForm form, String... query) {
        return TestFamily.made(intake, form.send(intake, query));
    }

    @Test
    void unknown_fields_are_metadata_of_the_lowest_priority() {
        TestFamily family =
                made(
                        file().field("customer", "Grün")
                                .field("n", "1")
                                .field("tag", "x")
                                .field("tag", "y")
                                .field("tag", "z")
                                .field("extraFields", "{'n':2,'m':[null,1.5]}")
                                .field("metadata", "{'customer':4711}"));

        assertThat(family.json().at("/metadata/customer").asInt()).isEqualTo(4711);
        assertThat(family.json().at("/metadata/n").asString()).isEqualTo("1");
        assertThat(family.json().at("/metadata/m").toString()).isEqualTo("[null,1.5]");
        assertThat(family.json().at("/metadata/tag").toString()).isEqualTo("[\"x\",\"y\",\"z\"]");
        assertThat(family.json().path("warnings").isEmpty()).isTrue();
    }

    @Test
    void known_fields_may_be_in_the_query_and_unknown_ones_there_are_ignored() {
        TestFamily family =
                made(
                        file(),
                        "metadata",
                        "{\"a\":1}",
                        "labels",
                        "x,y",
                        "documentVersion",
                        "v1",
                        "filename",
                        "b.txt",
                        "other",
                        "z");

        assertThat(family.metadata()).isEqualTo("{'a':1}");
        assertThat(family.texts("labels", "name")).containsExactly("X", "Y");
        assertThat(family.content("NATIVE", "documentVersion").asString()).isEqualTo("v1");
        assertThat(family.content("NATIVE", "name").asString()).isEqualTo("b.txt");
        assertThat(family.json().path("path").asString()).isEqualTo("a.txt");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"path,x.txt", "metadata,{}", "labels,x", "filename,x", "statusId,x"})
    void a_known_field_comes_once(String name, String value) {
        refusedField(
                "invalid-parameter",
                new TestForm().field(name, value).field(name, value),
                file().field(name, value).field(name, value));
        refusedField(
                "invalid-parameter",
                new TestForm().field(name, value),
                file().field(name, value),
                name,
                value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "metadata|{'a':",
                "metadata|[1]",
                "metadata|text",
                "metadata|{'a':1} x",
                "metadata|null",
                "extraFields|1",
                "externalData|{'a'}",
                "knowledgeFeatures|{'id':'x'}",
                "knowledgeFeatures|[1]",
                "knowledgeFeatures|[{'id':",
                "labels|a\u0001b",
                "metadata|{'n':1e400}"
            })
    void a_malformed_field_is_refused(String name, String value) {
        Answer answer =
                refusedField(
                        "invalid-field",
                        new TestForm().field(name, value),
                        file().field(name, value));
        assertThat(answer.json().at("/fields/0/field").asString()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"metadata", "labels", "knowledgeFeatures", "path", "filename"})
    void an_empty_field_is_as_good_as_none(String name) {
        TestFamily family = made(file().field(name, ""));
        assertThat(family.metadata()).isEqualTo("{}");
        assertThat(family.json().path("path").asString()).isEqualTo("a.txt");
    }

    @Test
    void a_form_without_a_file_is_refused() {
        refused(
                service,
                400,
                "invalid-body",
                () -> new TestForm().field("path", "a.txt").send(intake));
        refused(service, 400, "invalid-body", () -> new TestForm().send(intake));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded", "text/plain"})
    void what_is_no_form_is_refused(String type) {
        var headers = Map.of("x-api-key", intake.token(), "Content-Type", type);
        refused(
                service,
                415,
                "unsupported-media-type",
                () -> service.call("POST", intake.path(), headers, "{}"));
    }

    @Test
    void a_refusal_before_the_body_is_heard_by_one_who_sends_all_of_it_first() {
        var headers = Map.of("x-api-key", "pst_nobody");
        TestForm form = TestForm.of("a.bin", new byte[6 << 20]);
        refused(service, 401, "unauthenticated", () -> form.send(intake, headers));
    }

    @Test
    void a_form_that_ends_early_is_refused() {
        byte[] body = file().body();
        var headers = Map.of("x-api-key", intake.token(), "Content-Type", TestForm.contentType());
        for (int missing : new int[] {4, 30, 60}) {
            byte[] cut = Arrays.copyOf(body, body.length - missing);
            refused(service.call("POST", intake.path(), headers, cut), 400, "invalid-body");
        }
        assertThat(service.management("GET", "/api/document-families", "").text())
                .doesNotContain(intake.organization() + "/");
    }

    @Test
    void fields_have_a_mebibyte_together() {
        Answer answer =
                file().field("a", "x".repeat(1 << 19)).field("b", "y".repeat(1 << 20)).send(intake);
        refused(answer, 413, "body-too-large");
    }
}
