package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static dev.penstock.server.support.Refusals.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.TestFamily;
import dev.penstock.server.support.TestForm;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.testkit.repository.Race;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `Idempotency-Key` on direct uploads.
class DirectIdempotencyTest {
    private static final byte[] FILE = Bytes.of(6 * MIB, 61);
    private static final byte[] TEXT = "some text\n".getBytes(UTF_8);

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

    private static TestForm form(byte[] file) {
        return TestForm.of("a.bin", file)
                .field("metadata", "{'n':1,'x':1.50,'big':12345678901234567890,'z':null}")
                .field("externalData", "{'a':[1e2]}")
                .field("labels", "b,a")
                .field("other", "kept");
    }

    @Test
    void the_same_call_gives_the_same_document() {
        TestFamily first = TestFamily.made(intake, form(FILE).sendWithKey(intake, "k"));
        String uploads = intake.uploads();

        Answer second = form(FILE).sendWithKey(intake, "k");

        assertThat(second.status()).as(second.text()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(intake.uploads()).isEqualTo(uploads);
    }

    @Test
    void several_files_come_back_as_the_list_they_were() {
        intake.set("'allowMultipleFiles':true");
        TestForm form = TestForm.of("a.bin", FILE).file("b.txt", TEXT);
        Answer first = form.sendWithKey(intake, "k");
        assertThat(first.status()).as(first.text()).isEqualTo(201);

        Answer second = form.sendWithKey(intake, "k");

        assertThat(second.status()).as(second.text()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        refused(TestForm.of("a.bin", FILE).sendWithKey(intake, "k"), 422, "idempotency-key-reused");
    }

    @Test
    void other_bytes_or_fields_are_refused() {
        TestFamily.made(intake, form(FILE).sendWithKey(intake, "k"));
        for (TestForm other :
                List.of(
                        form(Bytes.of(6 * MIB, 62)),
                        form(TEXT),
                        form(FILE).field("documentVersion", "2"),
                        form(FILE).field("path", "b.bin"),
                        form(FILE).field("more", "m"),
                        form(FILE).file("b.bin", TEXT),
                        TestForm.of("b.bin", FILE))) {
            refused(service, 422, "idempotency-key-reused", () -> other.sendWithKey(intake, "k"));
        }
    }

    @Test
    void of_ten_at_once_one_makes_the_document() {
        List<Answer> answers = Race.among(10, _ -> form(FILE).sendWithKey(intake, "k"));

        assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(9);
        assertThat(answers.stream().map(a -> a.text("id")).distinct()).hasSize(1);
    }

    @Test
    void a_key_of_another_route_is_refused_on_both() {
        TestFamily.made(intake, form(TEXT).sendWithKey(intake, "direct"));
        refused(request("direct"), 422, "idempotency-key-reused");
        assertThat(request("request").status()).isEqualTo(200);
        refused(form(TEXT).sendWithKey(intake, "request"), 422, "idempotency-key-reused");
    }

    private Answer request(String key) {
        return service.call(
                "POST",
                intake.path()
                        + "/presigned-upload-request"
                        + TestService.query(
                                "path", "p.bin", "contentType", "a/b", "contentLength", "10"),
                Map.of("x-api-key", intake.token(), "Idempotency-Key", key),
                "");
    }

    @Test
    void a_call_that_failed_leaves_its_key_free() {
        intake.set("'allowedContentTypes':['text/plain']");
        refused(
                TestForm.of("a.txt", FILE).sendWithKey(intake, "k"),
                400,
                "content-type-not-allowed");
        refused(
                TestForm.of("a.txt", TEXT).field("metadata", "{").sendWithKey(intake, "k"),
                400,
                "invalid-field");
        refused(
                TestForm.of("a.txt", TEXT).file("b.txt", TEXT).sendWithKey(intake, "k"),
                400,
                "multiple-files-not-allowed");
        TestFamily.made(intake, TestForm.of("a.txt", TEXT).sendWithKey(intake, "k"));
    }

    @Test
    void a_document_that_was_deleted_does_not_come_again() {
        TestFamily family = TestFamily.made(intake, form(TEXT).sendWithKey(intake, "k"));
        service.management("DELETE", family.route(), "");
        refused(form(TEXT).sendWithKey(intake, "k"), 409, "upload-closed");
    }

    @Test
    void another_credential_has_keys_of_its_own() {
        TestFamily.made(intake, form(TEXT).sendWithKey(intake, "k"));
        Map<String, String> admin = Map.of("x-api-key", TestService.ADMIN, "Idempotency-Key", "k");
        refused(form(TEXT).send(intake, admin), 409, "path-taken");
    }
}
