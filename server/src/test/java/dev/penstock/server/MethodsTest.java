package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.RawHttp;
import dev.penstock.server.support.RawHttp.RawAnswer;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// HEAD and 405, as HTTP has them.
class MethodsTest {
    private static TestService service;
    private TestIntake intake;

    @BeforeAll
    static void start() {
        service = TestService.temporary();
    }

    @BeforeEach
    void makeIntake() {
        intake = service.intake();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static RawAnswer call(String method, String target, String key) {
        return RawHttp.call(service.url(), method, target, "x-api-key: " + key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/organizations",
                "/api/organizations/nobody",
                "/api/intake/no-such/intake",
                "/health/live",
                "/openapi.yaml",
                "/nothing",
                "/api/intake/a-b/c-d/multipart-upload-abort"
            })
    void head_is_get_without_the_body(String target) {
        for (String key : List.of(TestService.ADMIN, "kit_unknown")) {
            RawAnswer get = call("GET", target, key);
            RawAnswer head = call("HEAD", target, key);
            assertThat(lines(head)).as(head.head()).isEqualTo(lines(get));
            assertThat(get.body()).isNotEmpty();
            assertThat(head.body()).isEmpty();
        }
    }

    /// Without what differs from call to call.
    private static List<String> lines(RawAnswer answer) {
        return Arrays.stream(answer.head().split("\r\n"))
                .filter(line -> !line.startsWith("Date: ") && !line.startsWith("X-Request-Id: "))
                .toList();
    }

    @Test
    void an_answer_without_a_body_names_no_type() {
        String upload = intake.begin("none.bin", 1).id();
        String key = intake.get("/uploads/" + upload).text("s3Key");
        String abort =
                "%s/multipart-upload-abort?uploadId=%s&s3Key=%s"
                        .formatted(intake.path(), upload, key);
        for (RawAnswer none :
                List.of(
                        call("POST", abort, TestService.ADMIN),
                        call("DELETE", "/api/intakes/" + intake.id(), TestService.ADMIN),
                        call("OPTIONS", "/api/intakes", TestService.ADMIN))) {
            assertThat(none.head()).startsWith("HTTP/1.1 204").doesNotContain("\r\nContent-Type:");
        }
    }

    @Test
    void another_method_hears_which_ones_there_are() {
        assertThat(call("PATCH", "/api/organizations", TestService.ADMIN).head())
                .contains("405")
                .contains("\r\nAllow: GET, POST, HEAD");
        String upload = "/api/intake/%s/%s".formatted(intake.organization(), "large-files");
        assertThat(call("GET", upload + "/multipart-upload-abort", TestService.ADMIN).head())
                .contains("405")
                .contains("\r\nAllow: POST\r\n");
    }
}
