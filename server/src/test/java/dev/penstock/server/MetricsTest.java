package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.RawHttp;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `/metrics` counts what happened, under names that dashboards may rely on.
class MetricsTest {
    private TestService service;

    @BeforeEach
    void start() {
        service = TestService.temporary();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Answer metrics() {
        return service.call("GET", "/metrics", Map.of(), "");
    }

    private double value(String series) {
        return metrics()
                .text()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(-1);
    }

    private double uploads(String kind, String outcome) {
        return value("penstock_uploads_total{kind=\"%s\",outcome=\"%s\"}".formatted(kind, outcome));
    }

    @Test
    void every_counter_is_there_at_zero_from_the_start() {
        for (String kind : new String[] {"single", "multipart"}) {
            for (String outcome :
                    new String[] {"begun", "refused", "completed", "aborted", "failed"}) {
                assertThat(uploads(kind, outcome)).as(kind + " " + outcome).isZero();
            }
        }
        assertThat(value("penstock_part_urls_total")).isZero();
        assertThat(value("penstock_uploaded_bytes_total")).isZero();
        assertThat(metrics().header("content-type")).startsWith("text/plain");
    }

    @Test
    void uploads_are_counted_by_kind_and_what_came_of_them() {
        TestIntake intake = service.intake();
        TestUpload done = intake.begin("done.bin", 7);
        done.send(1, new byte[7]);
        done.complete("{}");
        done.complete("{}");
        TestUpload given = intake.begin("given-up.bin", 1);
        given.abort();
        given.abort();
        intake.request("done.bin", 1);
        Answer single =
                intake.post(
                        "/presigned-upload-request",
                        "",
                        "path",
                        "single.bin",
                        "contentType",
                        "a/b",
                        "contentLength",
                        "3");
        service.put(single.text("uploadUrl"), new byte[3], Map.of());
        intake.post("/presigned-upload-complete", "", "s3Key", single.text("s3Key"));
        assertThat(uploads("multipart", "begun")).isEqualTo(2);
        assertThat(uploads("multipart", "completed")).isEqualTo(1);
        assertThat(uploads("multipart", "aborted")).isEqualTo(1);
        assertThat(uploads("multipart", "refused")).isEqualTo(1);
        assertThat(uploads("single", "begun")).isEqualTo(1);
        assertThat(uploads("single", "completed")).isEqualTo(1);
        assertThat(value("penstock_part_urls_total")).isEqualTo(2);
        assertThat(value("penstock_uploaded_bytes_total")).isEqualTo(10);
    }

    @Test
    void head_is_counted_as_what_it_is() {
        RawHttp.call(service.url(), "HEAD", "/health/live");
        RawHttp.call(service.url(), "HEAD", "/nothing");
        assertThat(metrics().text())
                .contains("_seconds_count{method=\"HEAD\",route=\"/health/live\",status=\"200\"} 1")
                .contains("_seconds_count{method=\"HEAD\",route=\"none\",status=\"404\"} 1");
    }

    @Test
    void requests_are_timed_by_route_and_neither_names_nor_ids_become_labels() {
        TestIntake intake = service.intake();
        TestUpload upload = intake.begin("named.bin", 1);
        upload.status();
        String text = metrics().text();
        assertThat(text)
                .contains(
                        "penstock_http_requests_seconds_count{method=\"GET\",route=\"/api/intake/{orgSlug}/{intakeSlug}/uploads/{uploadId}\",status=\"200\"}")
                .doesNotContain(intake.organization())
                .doesNotContain(upload.id())
                .doesNotContain("named.bin")
                .doesNotContain(intake.token());
    }
}
