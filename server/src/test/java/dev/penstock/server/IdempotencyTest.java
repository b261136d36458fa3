package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.StorageThatMisbehaves;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.testkit.misbehaving.Fault;
import dev.penstock.testkit.misbehaving.MisbehavingStorage;
import dev.penstock.testkit.misbehaving.Operation;
import dev.penstock.testkit.misbehaving.Plan;
import dev.penstock.testkit.misbehaving.Rule;
import dev.penstock.testkit.repository.Race;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `Idempotency-Key` on the two request routes.
class IdempotencyTest {
    private static final String MULTIPART = "/multipart-upload-request";
    private static final String SINGLE = "/presigned-upload-request";

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.temporary();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Answer request(TestIntake intake, String route, String key, String path) {
        return request(intake, intake.token(), route, key, path);
    }

    private static Answer request(
            TestIntake intake, String credential, String route, String key, String path) {
        String query =
                TestService.query(
                        "path", path, "contentType", "a/b", "contentLength", "" + 6 * MIB);
        return intake.service()
                .call(
                        "POST",
                        intake.path() + route + query,
                        Map.of("x-api-key", credential, "Idempotency-Key", key),
                        "");
    }

    @ParameterizedTest
    @ValueSource(strings = {MULTIPART, SINGLE})
    void the_same_request_gives_the_same_upload(String route) {
        TestIntake intake = service.intake();
        Answer first = request(intake, route, "k", "a.bin");
        Answer second = request(intake, route, "k", "a.bin");

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(second.status()).as(second.text()).isEqualTo(200);
        assertThat(second.text("uploadId")).isEqualTo(first.text("uploadId"));
        assertThat(second.text("s3Key")).isEqualTo(first.text("s3Key"));
    }

    @Test
    void a_single_uploads_second_url_works() {
        TestIntake intake = service.intake();
        request(intake, SINGLE, "k", "b.bin");
        Answer second = request(intake, SINGLE, "k", "b.bin");
        byte[] file = Bytes.of(6 * MIB, 3);

        assertThat(service.put(second.text("uploadUrl"), file, Map.of()).status()).isEqualTo(200);
        Answer family =
                intake.post("/presigned-upload-complete", "", "s3Key", second.text("s3Key"));
        assertThat(family.status()).as(family.text()).isEqualTo(201);

        assertThat(request(intake, SINGLE, "k", "b.bin").code()).isEqualTo("upload-closed");
    }

    @Test
    void other_parameters_are_refused_and_begin_nothing() {
        TestIntake intake = service.intake();
        request(intake, MULTIPART, "k", "a.bin");
        String before = intake.uploads();

        for (Answer other :
                List.of(
                        request(intake, MULTIPART, "k", "b.bin"),
                        request(intake, SINGLE, "k", "a.bin"))) {
            assertThat(other.status()).as(other.text()).isEqualTo(422);
            assertThat(other.code()).isEqualTo("idempotency-key-reused");
        }
        assertThat(intake.uploads()).isEqualTo(before);
    }

    @Test
    void another_credential_or_intake_means_another_upload() {
        TestIntake intake = service.intake();
        String first = request(intake, MULTIPART, "k", "a.bin").text("uploadId");

        assertThat(request(service.intake(), MULTIPART, "k", "a.bin").text("uploadId"))
                .isNotEqualTo(first);
        assertThat(request(intake, TestService.ADMIN, MULTIPART, "k", "a.bin").text("uploadId"))
                .isNotEqualTo(first);
    }

    @Test
    void of_many_at_once_one_upload_comes() {
        TestIntake intake = service.intake();
        List<String> ids =
                Race.among(20, _ -> request(intake, MULTIPART, "k", "a.bin").text("uploadId"));

        assertThat(ids).hasSize(20);
        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(intake.uploads().split("\"uploadId\"", -1)).hasSize(2);
    }

    /// The storage keeps the machine's clock, by which calls to it are signed.
    @Test
    void a_key_of_yesterday_means_nothing(@TempDir Path folder) {
        try (var storage = MisbehavingStorage.start(Plan.calm());
                var tomorrow = TestService.in(folder, StorageThatMisbehaves.settings(storage))) {
            TestIntake intake = tomorrow.intake();
            String first = request(intake, MULTIPART, "k", "a.bin").text("uploadId");
            tomorrow.clock().advance(Duration.ofHours(24).minusMinutes(1));
            assertThat(request(intake, MULTIPART, "k", "a.bin").text("uploadId")).isEqualTo(first);
            tomorrow.clock().advance(Duration.ofMinutes(1));
            Answer later = request(intake, MULTIPART, "k", "a.bin");
            assertThat(later.status()).as(later.text()).isEqualTo(200);
            assertThat(later.text("uploadId")).isNotEqualTo(first);
        }
    }

    @Test
    void an_empty_key_is_refused() {
        Answer answer = request(service.intake(), MULTIPART, "", "a.bin");
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid-parameter");
    }

    @Test
    void a_key_longer_than_255_characters_is_refused() {
        TestIntake intake = service.intake();
        assertThat(request(intake, MULTIPART, "k".repeat(255), "a.bin").status()).isEqualTo(200);
        assertThat(request(intake, MULTIPART, "k".repeat(256), "a.bin").status()).isEqualTo(400);
    }

    @Test
    void a_request_that_the_storage_failed_may_be_repeated_with_its_key(@TempDir Path folder) {
        try (var storage = MisbehavingStorage.start(Plan.calm());
                var other = TestService.in(folder, StorageThatMisbehaves.settings(storage))) {
            TestIntake intake = other.intake();
            storage.play(Rule.of(Fault.RESET_AFTER).on(Operation.CREATE_MULTIPART_UPLOAD));

            Answer failed = request(intake, MULTIPART, "k", "a.bin");
            Answer again = request(intake, MULTIPART, "k", "a.bin");

            assertThat(failed.code()).isEqualTo("storage-unavailable");
            assertThat(again.status()).as(again.text()).isEqualTo(200);
        }
    }
}
