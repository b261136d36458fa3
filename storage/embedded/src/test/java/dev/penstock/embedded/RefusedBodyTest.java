package dev.penstock.embedded;

import static dev.penstock.embedded.TestStorage.BUCKET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A client whose body is not wanted reads why, rather than a broken connection.
@Timeout(60)
class RefusedBodyTest {
    private static TestStorage storage;

    @BeforeAll
    static void start() {
        storage = TestStorage.start();
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @Test
    void the_client_of_the_jdk_reads_the_refusal_of_a_large_body() throws Exception {
        byte[] body = new byte[48 << 20];
        HttpRequest request =
                HttpRequest.newBuilder(expired())
                        .timeout(Duration.ofSeconds(30))
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 5; i++) {
                var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(403);
                assertThat(answer.body()).contains("Request has expired");
            }
        }
    }

    @Test
    void a_client_that_first_sends_all_and_then_reads_finds_the_refusal() throws IOException {
        byte[] body = new byte[32 << 20];
        try (RawHttp raw = new RawHttp(storage.endpoint())) {
            raw.head("PUT", expired(), "Content-Length: " + body.length).send(body);
            assertThat(raw.answer().outcome()).isEqualTo("403 AccessDenied");
            assertThat(raw.isEnded()).isTrue();
        }
    }

    @Test
    void a_client_that_would_send_without_end_is_cut_off_and_has_been_told() throws Exception {
        try (RawHttp raw = new RawHttp(storage.endpoint())) {
            raw.head("PUT", expired(), "Content-Length: " + (4L << 30));
            long sent = raw.sendUntilRefused(4L << 30);
            assertThat(sent).isLessThan(256 << 20);
        }
        try (RawHttp raw = new RawHttp(storage.endpoint())) {
            raw.head("PUT", expired(), "Content-Length: " + (4L << 30)).send(new byte[1000]);
            assertThat(raw.answer().outcome()).isEqualTo("403 AccessDenied");
            assertThat(raw.isEnded()).isTrue();
        }
    }

    @Test
    void a_client_that_asks_first_never_sends_a_body_that_is_refused() throws IOException {
        try (RawHttp raw = new RawHttp(storage.endpoint())) {
            raw.head("PUT", expired(), "Content-Length: 1000", "Expect: 100-continue");
            assertThat(raw.answer().outcome()).isEqualTo("403 AccessDenied");
        }
    }

    @Test
    void a_client_that_asks_first_is_told_to_go_on() throws IOException {
        URI url = Presigned.put(storage.endpoint(), BUCKET, "asked");
        try (RawHttp raw = new RawHttp(storage.endpoint())) {
            raw.head("PUT", url, "Content-Length: 5", "Expect: 100-continue");
            assertThat(raw.answer("HEAD").status()).isEqualTo(100);
            assertThat(raw.send("five!").answer().status()).isEqualTo(200);
        }
    }

    @Test
    void a_body_larger_than_s3_takes_at_once_is_refused_before_it_is_sent() throws IOException {
        URI url = Presigned.put(storage.endpoint(), BUCKET, "large");
        String length = "Content-Length: " + ((5L << 30) + 1);
        try (RawHttp raw = new RawHttp(storage.endpoint())) {
            raw.head("PUT", url, length, "Expect: 100-continue");
            Answer answer = raw.answer();
            assertThat(answer.outcome()).isEqualTo("400 EntityTooLarge");
            assertThat(answer.element("MaxSizeAllowed")).isEqualTo(Long.toString(5L << 30));
        }
    }

    @Test
    void a_body_of_unknown_length_is_refused() throws IOException {
        URI url = Presigned.put(storage.endpoint(), BUCKET, "unknown");
        try (RawHttp raw = new RawHttp(storage.endpoint())) {
            raw.head("PUT", url, "Transfer-Encoding: chunked").send("5\r\nfive!\r\n0\r\n\r\n");
            assertThat(raw.answer().outcome()).isEqualTo("411 MissingContentLength");
        }
    }

    @Test
    void a_connection_serves_one_request_after_another() throws IOException {
        URI put = Presigned.put(storage.endpoint(), BUCKET, "kept");
        URI get = Presigned.get(storage.endpoint(), BUCKET, "kept");
        try (RawHttp raw = new RawHttp(storage.endpoint())) {
            raw.head("PUT", put, "Content-Length: 5").send("five!");
            assertThat(raw.answer().status()).isEqualTo(200);
            assertThat(raw.head("GET", get).answer().body()).isEqualTo("five!".getBytes(UTF_8));
            assertThat(raw.head("GET", URI.create(get + "&x")).answer().status()).isEqualTo(403);
            assertThat(raw.head("GET", get).answer().status()).isEqualTo(200);
        }
    }

    private static URI expired() {
        Instant before = Instant.now().minus(Presigned.EXPIRY).minusSeconds(1);
        return Presigned.url("PUT", storage.endpoint(), BUCKET, "key", Map.of(), Map.of(), before);
    }
}
