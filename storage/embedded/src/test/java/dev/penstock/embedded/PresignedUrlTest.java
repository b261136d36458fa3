package dev.penstock.embedded;

import static dev.penstock.embedded.TestStorage.BUCKET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a presigned URL allows, and nothing beside it.
class PresignedUrlTest {
    private static final byte[] BODY = "five!".getBytes(UTF_8);
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
    void a_put_url_takes_a_body_and_a_get_url_gives_it_back() throws IOException {
        assertThat(send("PUT", put("ok"), BODY).status()).isEqualTo(200);
        URI get = Presigned.get(storage.endpoint(), BUCKET, "ok");
        assertThat(send("GET", get, new byte[0]).body()).isEqualTo(BODY);
    }

    @ParameterizedTest
    @CsvSource({"-901, Request has expired", "901, this URL is not valid yet"})
    void outside_its_time_a_url_is_refused(long seconds, String message) throws IOException {
        Instant at = Instant.now().plusSeconds(seconds);
        Answer answer = send("PUT", put("late", Map.of(), Map.of(), at), BODY);
        assertThat(answer.outcome()).isEqualTo("403 AccessDenied");
        assertThat(answer.element("Message")).isEqualTo(message);
        requireAbsent("late");
    }

    @ParameterizedTest
    @CsvSource({
        "/bucket/mine, /bucket/yours",
        "/bucket/mine, /bucket//mine",
        "/bucket/mine, /bucket/mine%2F",
        "/bucket/mine, /bucket/x/../mine",
        "X-Amz-Expires=900, X-Amz-Expires=901",
        "partNumber=1, partNumber=2",
        "uploadId=u, uploadId=v",
        "X-Amz-SignedHeaders=host, X-Amz-SignedHeaders=content-type%3Bhost",
    })
    void a_url_that_was_changed_is_refused(String signed, String changed) throws IOException {
        URI url = put("mine", Map.of("partNumber", "1", "uploadId", "u"), Map.of(), Instant.now());
        assertThat(url.toString()).contains(signed);
        Answer answer =
                send(
                        "PUT",
                        URI.create(url.toString().replace(signed, changed)),
                        BODY,
                        "Content-Type: x");
        assertThat(answer.outcome()).isEqualTo("403 SignatureDoesNotMatch");
    }

    @ParameterizedTest
    @CsvSource({
        "&acl",
        "&versionId=1",
        "&response-content-type=text/html",
        "&x=",
        "&x-amz-acl=private"
    })
    void a_parameter_that_was_added_is_refused(String added) throws IOException {
        Answer answer = send("PUT", URI.create(put("added") + added), BODY);
        assertThat(answer.outcome()).isEqualTo("403 SignatureDoesNotMatch");
        requireAbsent("added");
    }

    @ParameterizedTest
    @CsvSource({"GET", "HEAD", "DELETE", "POST"})
    void another_method_is_refused(String method) throws IOException {
        Answer answer = send(method, put("method"), new byte[0]);
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void a_signed_length_is_the_only_one_taken() throws IOException {
        URI url = put("length", Map.of(), Map.of("content-length", "5"), Instant.now());
        assertThat(send("PUT", url, "six!!!".getBytes(UTF_8)).outcome())
                .isEqualTo("403 SignatureDoesNotMatch");
        assertThat(send("PUT", url, "four".getBytes(UTF_8)).outcome())
                .isEqualTo("403 SignatureDoesNotMatch");
        requireAbsent("length");
        assertThat(send("PUT", url, BODY).status()).isEqualTo(200);
    }

    @Test
    void a_signed_length_cannot_be_evaded_by_chunked_transfer() throws IOException {
        URI url = put("chunked", Map.of(), Map.of("content-length", "5"), Instant.now());
        String body = "9\r\nfar more!\r\n0\r\n\r\n";
        for (String[] headers :
                new String[][] {
                    {"Transfer-Encoding: chunked"},
                    {"Content-Length: 5", "Transfer-Encoding: chunked"},
                    {"Content-Length: 5", "Content-Length: 9"}
                }) {
            try (RawHttp http = new RawHttp(storage.endpoint())) {
                Answer answer = http.head("PUT", url, headers).send(body).answer();
                assertThat(answer.status()).isBetween(400, 499);
            }
        }
        requireAbsent("chunked");
    }

    @ParameterizedTest
    @CsvSource({
        "content-type, text/plain, text/html",
        "x-amz-meta-who, me, you",
        "content-md5, rL0Y20zC+Fzt72VPzMSk2A==, XrY7u+Ae7tCTyyK7j1rNww==",
        "x-amz-checksum-crc32c, AAAAAA==, BBBBBA==",
        "if-none-match, *, ",
    })
    void a_signed_header_that_was_changed_or_left_out_is_refused(
            String name, String signed, String sent) throws IOException {
        URI url = put("header", Map.of(), Map.of(name, signed), Instant.now());
        Answer changed = send("PUT", url, BODY, name + ": " + (sent == null ? "" : sent));
        assertThat(changed.outcome()).isEqualTo("403 SignatureDoesNotMatch");
        assertThat(send("PUT", url, BODY).outcome()).isEqualTo("403 AccessDenied");
        requireAbsent("header");
    }

    @ParameterizedTest
    @CsvSource({
        "x-amz-copy-source, /bucket/secret",
        "x-amz-copy-source-range, bytes=0-4",
        "x-amz-acl, public-read",
        "x-amz-meta-who, me",
        "x-amz-checksum-crc32, AAAAAA==",
        "x-amz-content-sha256, UNSIGNED-PAYLOAD",
        "X-AMZ-Something-New, x",
    })
    void an_unsigned_header_that_s3_would_act_on_is_refused(String name, String value)
            throws IOException {
        SignedHttp http = SignedHttp.of(storage.endpoint());
        http.send(Ask.put("secret", "other people's".getBytes(UTF_8)));
        HandUpload upload = HandUpload.begin(http, "mine");
        URI url =
                put(
                        "mine",
                        Map.of("partNumber", "1", "uploadId", upload.id()),
                        Map.of(),
                        Instant.now());
        assertThat(send("PUT", url, new byte[0], name + ": " + value).outcome())
                .isEqualTo("403 AccessDenied");
        assertThat(http.send(upload.listAsk()).elements("PartNumber")).isEmpty();
    }

    @Test
    void a_signed_copy_source_is_not_passed_over() throws IOException {
        Map<String, String> headers = Map.of("x-amz-copy-source", "/bucket/secret");
        URI url = put("copy", Map.of(), headers, Instant.now());
        assertThat(send("PUT", url, new byte[0], "x-amz-copy-source: /bucket/secret").outcome())
                .isEqualTo("501 NotImplemented");
        requireAbsent("copy");
    }

    @Test
    void a_parameter_that_is_there_twice_is_refused() throws IOException {
        URI url = put("twice", Map.of("partNumber", "1", "uploadId", "u"), Map.of(), Instant.now());
        Answer answer = send("PUT", URI.create(url + "&partNumber=2"), BODY);
        assertThat(answer.outcome()).isEqualTo("400 InvalidRequest");
    }

    private static URI put(String key) {
        return Presigned.put(storage.endpoint(), BUCKET, key);
    }

    private static URI put(
            String key, Map<String, String> query, Map<String, String> headers, Instant at) {
        return Presigned.url("PUT", storage.endpoint(), BUCKET, key, query, headers, at);
    }

    private static Answer send(String method, URI url, byte[] body, String... headers)
            throws IOException {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Content-Length: " + body.length;
        try (RawHttp http = new RawHttp(storage.endpoint())) {
            return http.head(method, url, all).send(body).answer(method);
        }
    }

    private static void requireAbsent(String key) throws IOException {
        assertThat(SignedHttp.of(storage.endpoint()).send(Ask.get(key)).outcome())
                .isEqualTo("404 NoSuchKey");
    }
}
