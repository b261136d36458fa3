package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static dev.penstock.server.support.Refusals.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.BucketContents;
import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.Eventually;
import dev.penstock.server.support.RawHttp;
import dev.penstock.server.support.StorageThatMisbehaves;
import dev.penstock.server.support.TestFamily;
import dev.penstock.server.support.TestForm;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.testkit.misbehaving.MisbehavingStorage;
import dev.penstock.testkit.misbehaving.Plan;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// A direct upload that is refused or cut leaves nothing: no document, no upload under way, no
/// byte, no path taken.
class DirectAllOrNothingTest {
    private static final byte[] TEXT = "some text\n".getBytes(UTF_8);
    private static final byte[] LARGE = Bytes.of(6 * MIB, 51);

    @TempDir static Path folder;
    private static MisbehavingStorage storage;
    private static BucketContents bucket;
    private static TestService service;
    private TestIntake intake;

    @BeforeAll
    static void start() {
        storage = MisbehavingStorage.start(Plan.calm());
        bucket = new BucketContents(storage.behind());
        service = TestService.in(folder, StorageThatMisbehaves.impatient(storage));
    }

    @AfterAll
    static void stop() {
        service.close();
        bucket.close();
        storage.close();
    }

    @BeforeEach
    void makeIntake() {
        intake = service.intake();
        intake.set("'allowMultipleFiles':true");
    }

    private void nothingRemains(String... paths) {
        assertThat(families()).isEmpty();
        Eventually.holds(() -> !intake.uploads().matches("(?s).*\"(receiving|completing)\".*"));
        Eventually.holds(() ->
                bucket.unfinished().isEmpty()
                        && bucket.objects().stream().noneMatch(k -> k.contains(intake.id())));
        for (String path : paths) {
            TestFamily.made(intake, TestForm.of(path, TEXT).send(intake));
        }
    }

    private List<JsonNode> families() {
        JsonNode all = service.management("GET", "/api/document-families?limit=1000", "").json();
        return StreamSupport.stream(all.path("content").spliterator(), false)
                .filter(f -> f.path("storeRef").asString().equals(intake.organization() + "/inbox"))
                .toList();
    }

    @Test
    void a_second_file_of_a_type_that_is_not_taken_takes_the_first_along() {
        intake.set("'allowedContentTypes':['text/plain']");
        TestForm form =
                TestForm.of("r1.txt", TEXT).file("r2.txt", "%PDF-1.7\n1 0 obj\n".getBytes(UTF_8));
        refused(form.send(intake), 400, "content-type-not-allowed");
        nothingRemains("r1.txt", "r2.txt");
    }

    @Test
    void a_path_that_is_taken_takes_the_others_along() {
        TestFamily there = TestFamily.made(intake, TestForm.of("p2.bin", TEXT).send(intake));
        TestForm form = TestForm.of("p1.bin", LARGE).file("p2.bin", LARGE);

        refused(form.send(intake), 409, "path-taken");

        assertThat(there.bytes("NATIVE")).isEqualTo(TEXT);
        assertThat(service.management("DELETE", there.route(), "").status()).isEqualTo(204);
        nothingRemains("p1.bin", "p2.bin");
    }

    @Test
    void two_files_of_one_name_are_refused() {
        TestForm form = TestForm.of("same.bin", LARGE).file("same.bin", TEXT);
        refused(form.send(intake), 409, "path-taken");
        nothingRemains("same.bin");
    }

    @Test
    void a_second_file_where_one_is_taken_takes_the_first_along() {
        intake.set("'allowMultipleFiles':false");
        TestForm form = TestForm.of("one.bin", LARGE).file("two.bin", TEXT);
        refused(form.send(intake), 400, "multiple-files-not-allowed");
        nothingRemains("one.bin");
    }

    @Test
    void a_wrong_field_behind_the_file_takes_it_along() {
        TestForm form = TestForm.of("field.bin", LARGE).field("metadata", "{");
        refused(form.send(intake), 400, "invalid-field");
        nothingRemains("field.bin");
    }

    @Test
    void a_file_that_is_too_large_goes() {
        intake.set("'maxFileBytes':%d".formatted(5 * MIB));
        refused(TestForm.of("large.bin", LARGE).send(intake), 400, "file-too-large");
        nothingRemains("large.bin");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 1000, 5 * MIB, 5 * MIB + 100_000, 6 * MIB + 200})
    void a_connection_that_is_cut_leaves_nothing(int sent) {
        byte[] body = TestForm.of("cut.bin", LARGE).body();
        String head =
                RawHttp.head(
                        "POST",
                        intake.path(),
                        "x-api-key: " + intake.token(),
                        "Content-Type: " + TestForm.contentType(),
                        "Content-Length: " + body.length);
        try (var connection = new RawHttp(service.url())) {
            connection.send(head);
            connection.send(Arrays.copyOf(body, sent));
            if (sent > 1000) {
                Eventually.holds(() -> intake.uploads().contains("\"receiving\""));
            }
        }
        Eventually.holds(() -> !intake.uploads().contains("\"receiving\""));
        nothingRemains("cut.bin");
    }

    @Test
    void a_deleted_document_takes_both_objects_along() {
        TestFamily family = TestFamily.made(intake, TestForm.of("gone.bin", LARGE).send(intake));
        assertThat(bucket.objects().stream().filter(k -> k.contains(intake.id()))).hasSize(2);

        assertThat(service.management("DELETE", family.route(), "").status()).isEqualTo(204);

        assertThat(family.got().status()).isEqualTo(404);
        nothingRemains("gone.bin");
    }

    @Test
    void a_form_that_is_too_large_is_refused_before_it_is_sent() {
        String head =
                RawHttp.head(
                        "POST",
                        intake.path(),
                        "x-api-key: " + intake.token(),
                        "Content-Type: " + TestForm.contentType(),
                        "Content-Length: " + ((256L << 20) + 1));
        try (var connection = new RawHttp(service.url())) {
            connection.send(head);
            RawHttp.RawAnswer answer = connection.answer();
            assertThat(answer.status()).as(answer.head()).isEqualTo(413);
            assertThat(answer.json().path("code").asString()).isEqualTo("direct-upload-too-large");
        }
        nothingRemains();
    }

    @Test
    void a_form_in_chunks_is_refused_where_it_becomes_too_large() {
        String head =
                RawHttp.head(
                        "POST",
                        intake.path(),
                        "x-api-key: " + intake.token(),
                        "Content-Type: " + TestForm.contentType(),
                        "Transfer-Encoding: chunked");
        byte[] start = TestForm.of("chunked.bin", new byte[0]).unended();
        byte[] piece = new byte[MIB];
        try (var connection = new RawHttp(service.url())) {
            connection.send(head);
            chunk(connection, start);
            int sent = 0;
            try {
                for (; sent < 300; sent++) {
                    chunk(connection, piece);
                }
            } catch (UncheckedIOException e) {
                // the service closed while more was on its way
            }
            assertThat(sent).isGreaterThanOrEqualTo(255).isLessThan(300);
        }
        Eventually.holds(() -> !intake.uploads().contains("\"receiving\""));
        nothingRemains("chunked.bin");
    }

    private static void chunk(RawHttp connection, byte[] bytes) {
        connection.send((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
        connection.send(bytes);
        connection.send("\r\n".getBytes(UTF_8));
    }
}
