package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.RawHttp;
import dev.penstock.server.support.RawHttp.RawAnswer;
import dev.penstock.server.support.TestService;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is refused before a route is reached is a problem like any other: never a page, a stack
/// trace, or a 500 for a caller's mistake.
class MalformedRequestTest {
    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.temporary();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static RawAnswer send(String text) {
        try (var connection = new RawHttp(service.url())) {
            connection.send(text);
            return connection.answer();
        }
    }

    private static void assertProblem(RawAnswer answer) {
        assertThat(answer.status()).as(answer.head() + answer.body()).isBetween(400, 499);
        assertThat(answer.head().toLowerCase(Locale.ROOT))
                .contains("application/problem+json")
                .contains("access-control-allow-origin: *")
                .contains("x-request-id: ");
        assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.json().path("code").asString()).isNotEmpty();
        assertThat(answer.json().path("detail").asString()).endsWith(".").contains(" ");
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("jetty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET /api/organizations HTTP/9.9\r\nHost: h\r\n\r\n",
                "GET /api/organizations HTTP/1.1\r\n\r\n",
                "GET /api/organizations HTTP/1.1\r\nHost: h\r\nno colon\r\n\r\n",
                "POST /api/organizations HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n\r\n",
                "GET /api/%2e%2e/organizations HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n",
                "GET /api/%2Forganizations HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n",
                "GET /api/%zz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n",
                "BREW /api/organizations HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
            })
    void a_request_that_is_none_is_refused(String request) {
        assertProblem(send(request));
    }

    @Test
    void an_address_or_a_header_that_is_too_long_is_refused() {
        assertProblem(RawHttp.call(service.url(), "GET", "/" + "a".repeat(20_000)));
        assertProblem(RawHttp.call(service.url(), "GET", "/", "X-Long: " + "a".repeat(20_000)));
    }

    @Test
    void a_body_in_broken_chunks_is_refused() {
        String head =
                RawHttp.head(
                        "POST",
                        "/api/organizations",
                        "x-api-key: " + TestService.ADMIN,
                        "Transfer-Encoding: chunked");
        assertProblem(send(head + "zz\r\nnonsense\r\n0\r\n\r\n"));
    }

    @Test
    void a_preflight_of_any_address_is_answered() {
        RawAnswer answer =
                RawHttp.call(
                        service.url(),
                        "OPTIONS",
                        "/api/intake/a-b-c/d-e-f/multipart-upload-request",
                        "Origin: https://page.example",
                        "Access-Control-Request-Method: POST",
                        "Access-Control-Request-Headers: x-api-key");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.head().toLowerCase(java.util.Locale.ROOT))
                .contains("access-control-allow-origin: *")
                .contains("x-api-key")
                .contains("access-control-allow-methods: get, post, put, delete");
    }
}
