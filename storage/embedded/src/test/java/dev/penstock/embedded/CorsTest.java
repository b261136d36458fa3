package dev.penstock.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.sigv4.Credentials;
import dev.penstock.sigv4.Header;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Web pages of other origins.
class CorsTest {
    private static final String ORIGIN = "https://app.example.com";
    private static TestStorage storage;
    private static SignedHttp http;

    @BeforeAll
    static void start() {
        storage = TestStorage.start();
        http = SignedHttp.of(storage.endpoint());
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @Test
    void a_browser_may_ask_without_a_signature_whether_it_may_send() throws IOException {
        Answer answer = preflight(http, ORIGIN, "PUT", "content-type, x-amz-checksum-crc32c");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("access-control-allow-origin")).isEqualTo("*");
        assertThat(answer.header("access-control-allow-methods")).contains("PUT");
        assertThat(answer.header("access-control-allow-headers"))
                .isEqualTo("content-type, x-amz-checksum-crc32c");
    }

    @Test
    void a_page_sees_the_etag_of_what_it_sent() throws IOException {
        Answer answer = http.send(Ask.put("key", new byte[3]).header("origin", ORIGIN));
        assertThat(answer.header("access-control-allow-origin")).isEqualTo("*");
        assertThat(answer.header("access-control-expose-headers").split(", ", -1))
                .contains("ETag", "x-amz-checksum-crc64nvme", "Content-Range");
    }

    @Test
    void a_page_reads_refusals_too() throws IOException {
        Answer answer = http.exchange(Ask.get("key"), List.of(new Header("origin", ORIGIN)));
        assertThat(answer.outcome()).isEqualTo("403 AccessDenied");
        assertThat(answer.header("access-control-allow-origin")).isEqualTo("*");
    }

    @Test
    void without_an_origin_nothing_is_said_about_origins() throws IOException {
        assertThat(http.send(Ask.get("key")).headers())
                .doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void only_known_origins_may_where_some_are_named(@TempDir Path folder) throws IOException {
        EmbeddedStorageSettings settings =
                new EmbeddedStorageSettings(
                        folder,
                        "127.0.0.1",
                        0,
                        TestStorage.BUCKET,
                        Credentials.of(TestStorage.ACCESS_KEY, TestStorage.SECRET_KEY),
                        TestStorage.REGION,
                        List.of(ORIGIN),
                        Clock.systemUTC());
        try (EmbeddedStorage strict = EmbeddedStorage.start(settings)) {
            SignedHttp wire = SignedHttp.of(strict.endpoint());
            Answer known = preflight(wire, ORIGIN, "PUT", "");
            assertThat(known.header("access-control-allow-origin")).isEqualTo(ORIGIN);
            assertThat(known.header("vary")).isEqualTo("Origin");
            Answer other = preflight(wire, "https://evil.example.com", "PUT", "");
            assertThat(other.outcome()).isEqualTo("403 AccessForbidden");
            assertThat(other.headers()).doesNotContainKey("access-control-allow-origin");
        }
    }

    @Test
    void what_is_no_such_question_is_refused() throws IOException {
        assertThat(preflight(http, "", "PUT", "").outcome()).isEqualTo("400 BadRequest");
        assertThat(preflight(http, ORIGIN, "", "").outcome()).isEqualTo("400 BadRequest");
        assertThat(preflight(http, ORIGIN, "PATCH", "").outcome()).isEqualTo("403 AccessForbidden");
    }

    private static Answer preflight(SignedHttp wire, String origin, String method, String headers)
            throws IOException {
        List<Header> asked = new ArrayList<>();
        asked.add(new Header("origin", origin));
        asked.add(new Header("access-control-request-method", method));
        asked.add(new Header("access-control-request-headers", headers));
        asked.removeIf(header -> header.value().isEmpty());
        return wire.exchange(Ask.of("OPTIONS", "some/key"), asked);
    }
}
