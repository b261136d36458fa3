package dev.penstock.server;

import static dev.penstock.server.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.TestFamily;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import dev.penstock.server.support.Way;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What people see who watch: the history of an upload, what goes on at an intake, and what a
/// container holds.
class WatchingTest {
    private TestService service;
    private TestIntake intake;

    @BeforeEach
    void start() {
        service = TestService.temporary();
        intake = service.intake();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void the_history_of_a_file_that_arrived_at_the_second_try() {
        TestUpload upload = intake.begin("late.bin", 1);
        upload.complete("{}");
        upload.send(1, new byte[1]);
        upload.complete("{}");

        assertThat(states(upload))
                .containsExactly("receiving", "completing", "stored", "completed");
        assertThat(history(upload).json().at("/content/0/on"))
                .isEqualTo(upload.status().json().path("createdOn"));
    }

    @Test
    void what_passed_its_deadline_expired_then_whether_or_not_it_was_cleared_away() {
        TestUpload upload = intake.begin("late.bin", 1);
        service.clock().advance(Duration.ofDays(8));

        assertThat(states(upload)).containsExactly("receiving", "expired");
        assertThat(history(upload).json().at("/content/1/on"))
                .isEqualTo(upload.status().json().path("expiresAt"));
    }

    @Test
    void a_history_is_for_those_who_may_read_the_intake() {
        TestUpload upload = intake.begin("late.bin", 1);
        String route = route(upload);

        String stranger = intake.key("store:read");

        assertThat(get(route, intake.key("intake:read")).status()).isEqualTo(200);
        refused(service, 403, "forbidden", () -> get(route, stranger));
        TestIntake other = service.intake();
        refused(
                service,
                404,
                "upload-not-found",
                () -> service.management("GET", route.replace(intake.id(), other.id()), ""));
    }

    @Test
    void an_intake_tells_of_today_of_what_is_open_and_of_its_problem() {
        intake.begin("aborted.bin", 1).abort();
        TestUpload open = intake.begin("open.bin", 1);

        JsonNode today = activity(intake);
        assertThat(today.path("uploadsToday").asInt()).isEqualTo(2);
        assertThat(today.path("openUploads").asInt()).isEqualTo(1);
        assertThat(today.path("lastUploadOn")).isEqualTo(open.status().json().path("createdOn"));
        assertThat(today.has("lastProblem")).isFalse();

        service.clock().advance(Duration.ofDays(1));
        assertThat(activity(intake).path("uploadsToday").asInt()).isZero();
        service.clock().advance(Duration.ofDays(7));
        assertThat(activity(intake).path("openUploads").asInt()).isZero();
    }

    @Test
    void activity_comes_page_by_page_in_the_order_of_the_intakes() {
        TestIntake second = service.intake();
        JsonNode first = activity("limit", "1");
        assertThat(first.at("/content/0/intakeId").asString()).isEqualTo(intake.id());
        JsonNode next = activity("limit", "1", "cursor", first.path("nextCursor").asString());
        assertThat(next.at("/content/0/intakeId").asString()).isEqualTo(second.id());
        assertThat(activity("organizationId", second.organizationId()).path("content")).hasSize(1);
    }

    @Test
    void a_key_sees_the_activity_of_its_own_organization() {
        service.intake();
        Answer mine = get("/api/intake-activity", intake.key("intake:read"));
        assertThat(mine.json().path("content")).hasSize(1);
        assertThat(mine.json().at("/content/0/intakeId").asString()).isEqualTo(intake.id());
        assertThat(get("/api/intake-activity", intake.key("store:read")).json().path("content"))
                .isEmpty();
        refused(
                service,
                400,
                "invalid-parameter",
                () -> service.management("GET", "/api/intake-activity?organizationId=7", ""));
    }

    @Test
    void what_a_container_holds_is_told() {
        TestFamily family =
                TestFamily.made(
                        intake,
                        Way.DIRECT.upload(
                                intake,
                                "scans/a.txt",
                                "text/plain",
                                "hello".getBytes(StandardCharsets.UTF_8),
                                "{'metadata':{'a':1},'externalData':{'b':null},'labels':'seen'}"));

        JsonNode holds = get(family.route() + "/container", intake.key("store:read")).json();

        assertThat(holds.path("size")).isEqualTo(family.content("DOCUMENT", "size"));
        assertThat(holds.path("metadata").toString()).isEqualTo("{\"a\":1}");
        assertThat(holds.path("externalData").toString()).isEqualTo("{\"b\":null}");
        assertThat(holds.path("labels").toString()).isEqualTo("[\"SEEN\"]");
        assertThat(holds.at("/source/original_path").asString()).isEqualTo("scans/a.txt");
        String stranger = intake.key("intake:read");
        refused(service, 403, "forbidden", () -> get(family.route() + "/container", stranger));
    }

    private List<String> states(TestUpload upload) {
        return new TestFamily(service, history(upload).json()).texts("content", "state");
    }

    private Answer history(TestUpload upload) {
        return service.management("GET", route(upload), "");
    }

    private String route(TestUpload upload) {
        return "/api/intakes/%s/uploads/%s/history".formatted(intake.id(), upload.id());
    }

    private JsonNode activity(String... query) {
        Answer answer =
                service.management("GET", "/api/intake-activity" + TestService.query(query), "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode activity(TestIntake of) {
        JsonNode content = activity("organizationId", of.organizationId()).path("content");
        assertThat(content).hasSize(1);
        return content.get(0);
    }

    private Answer get(String path, String key) {
        return service.call("GET", path, Map.of("x-api-key", key), new byte[0]);
    }
}
