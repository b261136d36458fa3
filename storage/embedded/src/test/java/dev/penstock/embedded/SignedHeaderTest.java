package dev.penstock.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.sigv4.Credentials;
import dev.penstock.sigv4.Header;
import dev.penstock.sigv4.PayloadHash;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests signed by an `Authorization` header.
class SignedHeaderTest {
    private static final Ask SIGNED =
            Ask.put("key", "body".getBytes(UTF_8))
                    .query("x", "1")
                    .header("content-type", "text/plain")
                    .header("x-amz-meta-who", "me");

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

    static Stream<Arguments> changes() {
        Ask otherQuery =
                Ask.put("key", SIGNED.body())
                        .query("x", "2")
                        .header("content-type", "text/plain")
                        .header("x-amz-meta-who", "me");
        return Stream.of(
                Arguments.of("method", SIGNED.method("POST")),
                Arguments.of("bucket", SIGNED.in("bucket2")),
                Arguments.of("path", SIGNED.at("other")),
                Arguments.of("query", otherQuery),
                Arguments.of("query added", SIGNED.query("acl", "")),
                Arguments.of("content type", SIGNED.header("content-type", "text/html")),
                Arguments.of("metadata", SIGNED.header("x-amz-meta-who", "you")),
                Arguments.of("length", SIGNED.body("longer body".getBytes(UTF_8))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void a_request_that_was_changed_is_refused(String what, Ask sent) throws IOException {
        assertThat(http.send(SIGNED, sent).outcome())
                .as(what)
                .isEqualTo("403 SignatureDoesNotMatch");
        assertThat(http.send(Ask.get("key")).status()).isEqualTo(404);
    }

    @Test
    void a_request_that_was_not_changed_is_taken() throws IOException {
        Ask ask = SIGNED.at("untouched");
        assertThat(http.send(ask).status()).isEqualTo(200);
        assertThat(http.send(Ask.get("untouched")).header("x-amz-meta-who")).isEqualTo("me");
    }

    @Test
    void another_body_than_was_hashed_is_refused_and_leaves_nothing() throws IOException {
        long before = storage.blobs();
        Answer answer = http.send(SIGNED, SIGNED.body("BODY".getBytes(UTF_8)));
        assertThat(answer.outcome()).isEqualTo("400 XAmzContentSHA256Mismatch");
        assertThat(http.send(Ask.get("key")).status()).isEqualTo(404);
        assertThat(storage.blobs()).isEqualTo(before);
    }

    @Test
    void an_unsigned_amz_header_is_refused() throws IOException {
        Ask sent = SIGNED.header("x-amz-copy-source", "/bucket/untouched");
        assertThat(http.send(SIGNED, sent).outcome()).isEqualTo("403 AccessDenied");
    }

    @ParameterizedTest
    @ValueSource(longs = {-16 * 60, 16 * 60})
    void a_clock_that_is_far_off_is_told_so(long seconds) throws IOException {
        SignedHttp skewed =
                new SignedHttp(
                        http.endpoint(),
                        http.credentials(),
                        http.region(),
                        http.at().plusSeconds(seconds));
        assertThat(skewed.send(Ask.get("key")).outcome()).isEqualTo("403 RequestTimeTooSkewed");
    }

    @Test
    void a_wrong_key_or_scope_is_told_so() throws IOException {
        Credentials unknown = Credentials.of("NOBODY", TestStorage.SECRET_KEY);
        Credentials wrong = Credentials.of(TestStorage.ACCESS_KEY, "guess");
        assertThat(by(unknown, TestStorage.REGION).outcome()).isEqualTo("403 InvalidAccessKeyId");
        assertThat(by(wrong, TestStorage.REGION).outcome()).isEqualTo("403 SignatureDoesNotMatch");
        assertThat(by(http.credentials(), "eu-west-1").outcome())
                .isEqualTo("400 AuthorizationHeaderMalformed");
    }

    private static Answer by(Credentials credentials, String region) throws IOException {
        return new SignedHttp(http.endpoint(), credentials, region, http.at()).send(Ask.get("key"));
    }

    @Test
    void an_unsigned_request_is_refused_in_the_form_of_s3() throws IOException {
        Answer answer = http.exchange(Ask.get("a<b"), List.of());
        assertThat(answer.outcome()).isEqualTo("403 AccessDenied");
        assertThat(answer.header("content-type")).isEqualTo("application/xml");
        assertThat(answer.text())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied")
                .endsWith("</RequestId></Error>");
        assertThat(answer.element("Resource")).isEqualTo("/bucket/a%3Cb");
        assertThat(answer.element("RequestId")).isEqualTo(answer.header("x-amz-request-id"));
    }

    @Test
    void a_signature_in_both_places_is_refused() throws IOException {
        URI url = Presigned.get(http.endpoint(), TestStorage.BUCKET, "key");
        List<Header> signature = http.sign(Ask.get("key"), PayloadHash.of(new byte[0])).headers();
        String[] headers =
                signature.stream().map(h -> h.name() + ": " + h.value()).toArray(String[]::new);
        try (RawHttp raw = new RawHttp(http.endpoint())) {
            assertThat(raw.head("GET", url, headers).answer().status()).isIn(400, 403);
        }
    }

    @Test
    void a_refusal_tells_no_secret() throws IOException {
        Answer answer = http.send(SIGNED, SIGNED.at("other"));
        assertThat(answer.toString()).doesNotContain(TestStorage.SECRET_KEY);
    }
}
