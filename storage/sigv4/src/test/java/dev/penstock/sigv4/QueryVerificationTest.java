package dev.penstock.sigv4;

import static dev.penstock.sigv4.VerificationAssert.assertRefused;
import static dev.penstock.sigv4.VerificationAssert.assertVerified;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryVerificationTest {
    private static final long SEED = 604_800;
    private static final Header LENGTH = new Header("content-length", "5");
    private static final Header CHECKSUM = new Header("x-amz-checksum-crc64nvme", "AAAAAAAAAAA=");
    private static final ReceivedRequest GET =
            Requests.following("GET", Example.presign(Example.get()).url());

    @Test
    void a_presigned_url_is_verified() {
        Verification.Verified verified = assertVerified(GET);
        assertThat(verified.accessKey()).isEqualTo("PENSTOCKEXAMPLE");
        assertThat(verified.payload()).isEqualTo(PayloadHash.Mode.UNSIGNED);
        assertThat(verified.signedHeaders()).containsExactly("host");
        assertThat(verified.signedAt()).isEqualTo(Example.NOW);
    }

    @Test
    void whatever_is_presigned_is_verified() {
        RandomCases cases = new RandomCases(SEED);
        for (int i = 0; i < 500; i++) {
            Credentials credentials = cases.credentials();
            String region = cases.region();
            S3Uri uri = S3Uri.pathStyle(cases.endpoint(), cases.bucket(), cases.key());
            List<QueryParameter> query = new ArrayList<>();
            for (int n = cases.number(0, 3); n > 0; n--) {
                query.add(new QueryParameter(cases.letters(2) + n, cases.text(0, 9)));
            }
            List<Header> headers =
                    cases.chance()
                            ? List.of(new Header("x-amz-meta-" + cases.letters(3), " a  b "))
                            : List.of();
            var time = cases.time();
            PresignedUrl url =
                    new QueryPresigner(credentials, region)
                            .presign(
                                    new PresignRequest("PUT", uri, query, headers, cases.expiry()),
                                    time);
            Verification verification =
                    new SignatureVerifier(
                                    CredentialsLookup.only(credentials),
                                    region,
                                    InstantSource.fixed(time))
                            .verify(
                                    Requests.following(
                                            "PUT", url.url(), headers.toArray(Header[]::new)));
            assertThat(verification)
                    .as("seed %d, case %d: %s", SEED, i, uri)
                    .isInstanceOf(Verification.Verified.class);
        }
    }

    @Test
    void any_changed_character_of_the_url_is_refused() {
        String query = GET.rawQuery();
        for (int i = 0; i < query.length(); i++) {
            assertThat(Example.verify(Requests.withQuery(GET, changed(query, i))))
                    .as("character %d of the query", i)
                    .isInstanceOf(Verification.Refused.class);
        }
        String path = GET.rawPath();
        for (int i = 0; i < path.length(); i++) {
            assertThat(Example.verify(Requests.withPath(GET, changed(path, i))))
                    .as("character %d of the path", i)
                    .isInstanceOf(Verification.Refused.class);
        }
    }

    @Test
    void any_missing_character_of_the_url_is_refused() {
        String query = GET.rawQuery();
        for (int i = 0; i < query.length(); i++) {
            String shorter = query.substring(0, i) + query.substring(i + 1);
            assertThat(Example.verify(Requests.withQuery(GET, shorter)))
                    .as("without character %d of the query", i)
                    .isInstanceOf(Verification.Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "PUT", "DELETE", "POST"})
    void a_url_is_good_for_its_method_only(String method) {
        assertRefused(Requests.withMethod(GET, method), Refusal.SIGNATURE_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"versionId=1", "uploads", "response-content-type=text/html", "partNumber=2"})
    void a_parameter_more_is_refused(String parameter) {
        assertRefused(
                Requests.changingQuery(GET, query -> query + '&' + parameter),
                Refusal.SIGNATURE_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Amz-Algorithm",
                "X-Amz-Credential",
                "X-Amz-Date",
                "X-Amz-Expires",
                "X-Amz-SignedHeaders",
                "X-Amz-Signature"
            })
    void each_parameter_of_the_signature_is_needed_and_once_only(String name) {
        assertRefused(
                Requests.changingQuery(GET, query -> query.replaceAll(name + "=[^&]*", "other=1")),
                Refusal.MALFORMED);
        assertRefused(
                Requests.changingQuery(GET, query -> query + '&' + name + "=x"), Refusal.DUPLICATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "604801", "-1", "", "9999999999", "1e3", "+60", "15m"})
    void a_lifetime_out_of_range_is_malformed(String seconds) {
        assertRefused(
                Requests.changingQuery(
                        GET,
                        query -> query.replace("X-Amz-Expires=900", "X-Amz-Expires=" + seconds)),
                Refusal.MALFORMED);
    }

    @Test
    void a_longer_lifetime_than_signed_is_refused() {
        assertRefused(
                Requests.changingQuery(
                        GET, query -> query.replace("X-Amz-Expires=900", "X-Amz-Expires=901")),
                Refusal.SIGNATURE_MISMATCH);
    }

    @Test
    void a_url_dies_when_its_time_is_over() {
        assertThat(Example.verifierAt(Example.NOW.plusSeconds(900)).verify(GET))
                .isInstanceOf(Verification.Verified.class);
        assertRefused(
                Example.verifierAt(Example.NOW.plusSeconds(900).plusMillis(1)).verify(GET),
                Refusal.EXPIRED);
    }

    @Test
    void a_url_from_the_future_is_not_valid_yet() {
        Duration quarter = Duration.ofMinutes(15);
        assertThat(Example.verifierAt(Example.NOW.minus(quarter)).verify(GET))
                .isInstanceOf(Verification.Verified.class);
        assertRefused(
                Example.verifierAt(Example.NOW.minus(quarter).minusSeconds(1)).verify(GET),
                Refusal.NOT_YET_VALID);
    }

    @Test
    void another_algorithm_is_malformed() {
        assertRefused(
                Requests.changingQuery(
                        GET, query -> query.replace("AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256")),
                Refusal.MALFORMED);
    }

    @Test
    void another_day_than_that_of_the_date_is_out_of_scope() {
        assertRefused(
                Requests.changingQuery(
                        GET, query -> query.replace("X-Amz-Date=20260301", "X-Amz-Date=20260302")),
                Refusal.WRONG_SCOPE);
    }

    @Test
    void an_amz_header_beside_the_url_is_refused() {
        assertRefused(
                Requests.withHeader(GET, "x-amz-copy-source", "/bucket/secret"),
                Refusal.HEADER_NOT_SIGNED);
        assertRefused(
                Requests.withHeader(GET, "X-AMZ-Content-SHA256", "UNSIGNED-PAYLOAD"),
                Refusal.HEADER_NOT_SIGNED);
    }

    @Test
    void a_content_type_and_other_ordinary_headers_may_be_sent() {
        assertVerified(
                Requests.withHeader(
                        Requests.withHeader(GET, "content-type", "text/plain"),
                        "content-length",
                        "17"));
    }

    @Test
    void a_signed_length_and_checksum_must_be_sent_as_signed() {
        String url =
                Example.presign(
                                new PresignRequest(
                                        "PUT",
                                        Example.URI_OF_OBJECT,
                                        List.of(),
                                        List.of(LENGTH, CHECKSUM),
                                        Example.EXPIRY))
                        .url();
        ReceivedRequest put = Requests.following("PUT", url, LENGTH, CHECKSUM);
        assertVerified(put);
        assertRefused(Requests.withHeader(put, "content-length", "6"), Refusal.SIGNATURE_MISMATCH);
        assertRefused(Requests.withoutHeader(put, "content-length"), Refusal.SIGNED_HEADER_ABSENT);
        assertRefused(
                Requests.withHeader(put, CHECKSUM.name(), "AAAAAAAAAAE="),
                Refusal.SIGNATURE_MISMATCH);
        assertRefused(Requests.withoutHeader(put, CHECKSUM.name()), Refusal.SIGNED_HEADER_ABSENT);
    }

    @Test
    void a_signed_mode_of_the_payload_is_told() {
        Header mode =
                new Header(
                        "x-amz-content-sha256",
                        PayloadHash.Mode.STREAMING_UNSIGNED_TRAILER.headerValue());
        SignableRequest unsigned =
                new SignableRequest(
                        "PUT",
                        "/b",
                        List.of(
                                new QueryParameter("X-Amz-Algorithm", "AWS4-HMAC-SHA256"),
                                new QueryParameter(
                                        "X-Amz-Credential",
                                        "PENSTOCKEXAMPLE/20260301/eu-central-1/s3/aws4_request"),
                                new QueryParameter("X-Amz-Date", "20260301T120000Z"),
                                new QueryParameter("X-Amz-Expires", "60"),
                                new QueryParameter(
                                        "X-Amz-SignedHeaders", "host;x-amz-content-sha256")),
                        List.of(new Header("host", "h"), mode));
        Scope scope = Scope.s3(Example.NOW, Example.REGION);
        String query = QueryString.canonical(unsigned.query());
        String signature =
                SigningKey.derive(Example.CREDENTIALS, scope)
                        .sign(
                                new CanonicalRequest(
                                                "PUT",
                                                "/b",
                                                query,
                                                CanonicalHeaders.of(unsigned.headers()),
                                                PayloadHash.Mode.STREAMING_UNSIGNED_TRAILER)
                                        .stringToSign(Example.NOW, scope));
        assertThat(
                        assertVerified(
                                        new ReceivedRequest(
                                                "PUT",
                                                "/b",
                                                query + "&X-Amz-Signature=" + signature,
                                                Requests.headers(unsigned.headers())))
                                .payload())
                .isEqualTo(PayloadHash.Mode.STREAMING_UNSIGNED_TRAILER);
    }

    private static String changed(String text, int at) {
        char other = text.charAt(at) == 'x' ? 'y' : 'x';
        return text.substring(0, at) + other + text.substring(at + 1);
    }
}
