package dev.penstock.server;

import static dev.penstock.server.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.TestFamily;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an intake's owner sees of its uploads, with a key that may not upload.
class UploadListTest {
    private TestService service;
    private TestIntake intake;
    private TestUpload receiving;
    private TestUpload aborted;
    private TestUpload completed;

    @BeforeEach
    void bring_uploads() {
        service = TestService.temporary();
        intake = service.intake();
        receiving = later("receiving.bin");
        receiving.send(1, new byte[] {7});
        aborted = later("aborted.bin");
        aborted.abort();
        completed = later("completed.bin");
        completed.send(1, new byte[1]);
        completed.complete("{}");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private TestUpload later(String path) {
        service.clock().advance(Duration.ofSeconds(1));
        return intake.begin(path, 1);
    }

    private List<String> listed(String... query) {
        Answer page = list(query);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return new TestFamily(service, page.json()).texts("content", "path");
    }

    private Answer list(String... query) {
        return service.management("GET", uploads("") + TestService.query(query), "");
    }

    private String uploads(String suffix) {
        return "/api/intakes/" + intake.id() + "/uploads" + suffix;
    }

    @Test
    void they_come_from_either_end_page_by_page() {
        assertThat(listed()).containsExactly("receiving.bin", "aborted.bin", "completed.bin");
        assertThat(listed("order", "oldest")).isEqualTo(listed());
        assertThat(listed("order", "newest"))
                .containsExactly("completed.bin", "aborted.bin", "receiving.bin");
        String cursor = list("order", "newest", "limit", "2").text("nextCursor");
        assertThat(listed("order", "newest", "limit", "2", "cursor", cursor))
                .containsExactly("receiving.bin");
    }

    @Test
    void those_in_one_state_are_those_that_say_so() {
        assertThat(listed("state", "receiving")).containsExactly("receiving.bin");
        assertThat(listed("state", "aborted")).containsExactly("aborted.bin");
        assertThat(listed("state", "completed")).containsExactly("completed.bin");
        assertThat(listed("state", "failed")).isEmpty();
        assertThat(listed("state", "expired")).isEmpty();
        service.clock().advance(Duration.ofDays(8));
        assertThat(listed("state", "receiving")).isEmpty();
        assertThat(listed("state", "expired")).containsExactly("receiving.bin");
    }

    @Test
    void what_is_no_state_and_no_order_is_refused() {
        Map.of("state", "done", "order", "up", "cursor", "7", "limit", "0")
                .forEach((name, value) ->
                        refused(service, 400, "invalid-parameter", () -> list(name, value)));
        refused(service, 400, "invalid-parameter", () -> list("state", "RECEIVING"));
    }

    @Test
    void a_key_that_may_only_read_sees_one_upload_and_its_parts() {
        Map<String, String> reader = Map.of("x-api-key", intake.key("intake:read"));
        Answer status = get(uploads("/" + receiving.id()), reader);
        assertThat(status.status()).as(status.text()).isEqualTo(200);
        assertThat(status.text()).isEqualTo(receiving.status().text());
        Answer parts = get(uploads("/" + receiving.id() + "/parts"), reader);
        assertThat(parts.text()).isEqualTo(receiving.parts()).contains("\"partNumber\":1");
        assertThat(get(uploads("/" + receiving.id() + "/parts?after=1"), reader).text())
                .isEqualTo("{\"content\":[]}");
    }

    @Test
    void an_upload_of_another_intake_is_not_there() {
        TestUpload elsewhere = service.intake().begin("elsewhere.bin", 1);
        refused(
                service,
                404,
                "upload-not-found",
                () -> service.management("GET", uploads("/" + elsewhere.id()), ""));
        refused(
                service,
                404,
                "upload-not-found",
                () -> service.management("GET", uploads("/" + elsewhere.id() + "/parts"), ""));
    }

    @Test
    void a_key_reads_itself_without_its_secret() {
        String secret = intake.key("store:read");
        Answer me = get("/api/me", Map.of("x-api-key", secret));
        assertThat(me.status()).as(me.text()).isEqualTo(200);
        assertThat(me.json().at("/grants/0/organizationId").asString())
                .isEqualTo(intake.organizationId());
        assertThat(me.json().at("/grants/0/permissions/0").asString()).isEqualTo("store:read");
        assertThat(me.text()).doesNotContain("pak_");
        assertThat(get("/api/me", Map.of()).text("code")).isEqualTo("unauthenticated");
        assertThat(get("/api/me", Map.of("x-api-key", intake.token())).text("code"))
                .isEqualTo("token-out-of-scope");
    }

    private Answer get(String path, Map<String, String> headers) {
        return service.call("GET", path, headers, new byte[0]);
    }
}
