package dev.penstock.server;

import static dev.penstock.server.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What time does to an upload. Each test has its own service, whose clock it moves.
class DeadlineTest {
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
    void the_deadline_binds_at_once() {
        TestUpload upload = intake.begin("late.bin", 1);
        upload.send(1, new byte[1]);
        service.clock().advance(Duration.ofDays(7).plusSeconds(60));
        assertThat(upload.status().text("state")).isEqualTo("expired");
        refused(upload.urls("[1]"), 409, "upload-closed");
        Answer closed = refused(upload.complete("{}"), 409, "upload-closed");
        assertThat(closed.text("state")).isEqualTo("expired");
        assertThat(upload.abort().status()).isEqualTo(204);
        assertThat(upload.abort().status()).isEqualTo(204);
    }

    @Test
    void an_upload_that_expired_is_no_longer_open_to_the_quota() {
        intake.set("'maxOpenUploads':1,'uploadTtl':'PT5M'");
        intake.begin("1.bin", 1);
        assertThat(intake.request("2.bin", 1).code()).isEqualTo("quota-exceeded");
        service.clock().advance(Duration.ofMinutes(6));
        assertThat(intake.request("2.bin", 1).status()).isEqualTo(200);
    }

    @Test
    void a_url_lives_fifteen_minutes_and_is_renewed_by_asking_again() {
        TestUpload upload = intake.begin("url.bin", 1);
        String url = upload.urls("[1]").json().at("/parts/0/uploadUrl").asString();
        service.clock().advance(Duration.ofMinutes(16));
        assertThat(service.put(url, new byte[1], Map.of()).status()).isEqualTo(403);
        String renewed = upload.urls("[1]").json().at("/parts/0/uploadUrl").asString();
        assertThat(service.put(renewed, new byte[1], java.util.Map.of()).status()).isEqualTo(200);
    }

    @Test
    void a_url_never_outlives_its_upload() {
        intake.set("'uploadTtl':'PT5M'");
        TestUpload upload = intake.begin("short.bin", 1);
        Instant until =
                Instant.parse(upload.urls("[1]").json().at("/parts/0/expiresAt").asString());
        assertThat(until).isBeforeOrEqualTo(Instant.parse(upload.answer().text("expiresAt")));
    }
}
