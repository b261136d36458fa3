package dev.penstock.sigv4;

import static dev.penstock.sigv4.VerificationAssert.assertRefused;
import static dev.penstock.sigv4.VerificationAssert.assertVerified;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HeaderVerificationTest {
    private static final ReceivedRequest REQUEST =
            Example.signedGet(new Header("x-amz-meta-colour", "blue"), new Header("range", "a"));

    @Test
    void what_was_signed_is_verified() {
        Verification.Verified verified = assertVerified(REQUEST);
        assertThat(verified.accessKey()).isEqualTo("PENSTOCKEXAMPLE");
        assertThat(verified.scope()).hasToString("20260301/eu-central-1/s3/aws4_request");
        assertThat(verified.signedAt()).isEqualTo(Example.NOW);
        assertThat(verified.payload()).isEqualTo(PayloadHash.of(new byte[0]));
        assertThat(verified.signedHeaders())
                .containsExactly(
                        "host", "range", "x-amz-content-sha256", "x-amz-date", "x-amz-meta-colour");
    }

    @ParameterizedTest
    @EnumSource
    void the_mode_of_the_payload_is_told(PayloadHash.Mode mode) {
        assertThat(assertVerified(Example.signed("PUT", mode, List.of())).payload())
                .isEqualTo(mode);
    }

    @Test
    void the_chain_of_chunks_goes_on_from_the_signature() {
        Verification.Verified verified =
                assertVerified(Example.signed("PUT", PayloadHash.Mode.STREAMING_SIGNED, List.of()));
        SigningKey key = SigningKey.derive(Example.CREDENTIALS, verified.scope());
        byte[] sha256 = Sha256.of(new byte[] {1, 2, 3});
        assertThat(verified.chunkSignatures().chunk(verified.signature(), sha256))
                .isEqualTo(
                        new ChunkSignatures(key, verified.scope(), Example.NOW)
                                .chunk(verified.signature(), sha256));
    }

    @Test
    void names_of_headers_come_in_any_case() {
        ReceivedRequest request =
                Requests.withHeader(Requests.withoutHeader(REQUEST, "range"), "RaNgE", "a");
        assertVerified(request);
    }

    @Test
    void headers_that_are_not_of_s3_may_be_there_unsigned() {
        assertVerified(Requests.withHeader(REQUEST, "user-agent", "curl/8.5.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bucket/a%20b/%c3%bc!.pdf", "/bucket/%61%20b/%C3%BC%21.pdf"})
    void escapes_that_an_http_client_wrote_differently_are_the_same_path(String path) {
        assertVerified(Requests.withPath(REQUEST, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/bucket",
                "/bucket/",
                "/bucket/a%20b/%C3%BC%21.pd",
                "/bucket/a+b/%C3%BC%21.pdf",
                "/bucket/a%20b//%C3%BC%21.pdf",
                "/bucket/./a%20b/%C3%BC%21.pdf",
                "/bucket/a%20b%2F%C3%BC%21.pdf",
                "/bucket%2Fa%20b/%C3%BC%21.pdf",
                "/bucket/a%2520b/%C3%BC%21.pdf",
                "/bucket/a%20b/%C3%BC%21.pdf/"
            })
    void another_path_is_refused(String path) {
        assertRefused(Requests.withPath(REQUEST, path), Refusal.SIGNATURE_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "bucket/a", "*", "http://127.0.0.1/x", "/a%", "/a%2", "/%zz", "/%FF"})
    void a_target_that_is_no_path_is_malformed(String path) {
        assertRefused(Requests.withPath(REQUEST, path), Refusal.MALFORMED);
    }

    @Test
    void another_method_is_refused() {
        assertRefused(Requests.withMethod(REQUEST, "PUT"), Refusal.SIGNATURE_MISMATCH);
        assertRefused(Requests.withMethod(REQUEST, "get"), Refusal.SIGNATURE_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acl", "acl=", "partNumber=1&uploadId=x"})
    void another_query_is_refused(String query) {
        assertRefused(Requests.withQuery(REQUEST, query), Refusal.SIGNATURE_MISMATCH);
    }

    @Test
    void a_query_in_another_order_or_writing_is_the_same() {
        ReceivedRequest request =
                Example.signed(
                        "GET",
                        PayloadHash.of(new byte[0]),
                        List.of(
                                new QueryParameter("prefix", "a b/"),
                                new QueryParameter("list-type", "2"),
                                new QueryParameter("lifecycle", "")));
        assertVerified(Requests.withQuery(request, "prefix=a+b/&lifecycle&list-type=2"));
        assertVerified(Requests.withQuery(request, "&prefix=a%20b%2f&&list-type=2&lifecycle="));
    }

    @Test
    void a_parameter_that_is_there_twice_is_refused() {
        assertRefused(Requests.withQuery(REQUEST, "acl&acl"), Refusal.DUPLICATE);
        assertRefused(Requests.withQuery(REQUEST, "a=1&%61=2"), Refusal.DUPLICATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a=%4", "a=%FF", "%C3=1"})
    void a_query_that_cannot_be_decoded_is_malformed(String query) {
        assertRefused(Requests.withQuery(REQUEST, query), Refusal.MALFORMED);
    }

    @Test
    void a_signed_header_with_another_value_is_refused() {
        assertRefused(
                Requests.withHeader(REQUEST, "x-amz-meta-colour", "red"),
                Refusal.SIGNATURE_MISMATCH);
        assertRefused(Requests.withHeader(REQUEST, "range", "a", "b"), Refusal.SIGNATURE_MISMATCH);
        assertRefused(
                Requests.withHeader(REQUEST, "host", "elsewhere:8481"), Refusal.SIGNATURE_MISMATCH);
        assertRefused(
                Requests.withHeader(REQUEST, "x-amz-content-sha256", "UNSIGNED-PAYLOAD"),
                Refusal.SIGNATURE_MISMATCH);
    }

    @Test
    void a_signed_header_that_is_absent_is_refused() {
        assertRefused(Requests.withoutHeader(REQUEST, "range"), Refusal.SIGNED_HEADER_ABSENT);
        assertRefused(Requests.withoutHeader(REQUEST, "host"), Refusal.SIGNED_HEADER_ABSENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-amz-copy-source",
                "X-Amz-Acl",
                "x-amz-meta-other",
                "x-amz-security-tokens"
            })
    void an_amz_header_that_was_not_signed_is_refused(String name) {
        assertRefused(Requests.withHeader(REQUEST, name, "value"), Refusal.HEADER_NOT_SIGNED);
    }

    @Test
    void the_host_must_be_signed() {
        assertRefused(
                Requests.changingAuthorization(REQUEST, text -> text.replace("host;", "")),
                Refusal.HOST_NOT_SIGNED);
    }

    @Test
    void a_request_without_a_signature_is_told_so() {
        assertRefused(
                Requests.withoutHeader(REQUEST, "authorization"), Refusal.MISSING_AUTHENTICATION);
        assertRefused(
                Requests.withQuery(
                        Requests.withoutHeader(REQUEST, "authorization"),
                        "X-Amz-Security-Token=x&x-amz-signature=y"),
                Refusal.MISSING_AUTHENTICATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer abc",
                "AWS AKIAIOSFODNN7EXAMPLE:c2ln",
                "AWS4-HMAC-SHA256",
                "AWS4-HMAC-SHA256 ",
                "AWS4-HMAC-SHA256 Credential=x",
                "AWS4-ECDSA-P256-SHA256 Credential=x, SignedHeaders=host, Signature=y",
                "AWS4-HMAC-SHA256 Credential=a/20260301/eu-central-1/s3/aws4_request,"
                        + " SignedHeaders=host, Signature=y",
                "AWS4-HMAC-SHA256 Credential=a/20260301/eu-central-1/s3/aws4_request,"
                        + " SignedHeaders=host"
            })
    void an_authorization_that_cannot_be_read_is_malformed(String authorization) {
        assertRefused(
                Requests.withHeader(REQUEST, "authorization", authorization), Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "range;host",
                "Host;range",
                "host;;range",
                "host;host;range",
                ";host",
                "host;",
                " "
            })
    void signed_headers_are_sorted_lower_case_names_each_once(String names) {
        assertRefused(
                Requests.changingAuthorization(
                        REQUEST,
                        text ->
                                text.replace(
                                        "host;range;x-amz-content-sha256;x-amz-date;"
                                                + "x-amz-meta-colour",
                                        names)),
                Refusal.MALFORMED);
    }

    @Test
    void a_field_or_header_that_is_there_twice_is_refused() {
        String value = REQUEST.header("authorization").getFirst();
        assertRefused(
                Requests.withHeader(REQUEST, "authorization", value, value), Refusal.DUPLICATE);
        assertRefused(
                Requests.changingAuthorization(REQUEST, text -> text + ", SignedHeaders=host"),
                Refusal.DUPLICATE);
        assertRefused(
                Requests.withHeader(REQUEST, "x-amz-date", "20260301T120000Z", "20260301T120000Z"),
                Refusal.DUPLICATE);
        assertRefused(
                Requests.withHeader(REQUEST, "x-amz-content-sha256", "a", "b"), Refusal.DUPLICATE);
    }

    @Test
    void the_fields_may_come_without_spaces_and_in_another_order() {
        assertVerified(Requests.changingAuthorization(REQUEST, text -> text.replace(", ", ",")));
        assertVerified(
                Requests.changingAuthorization(
                        REQUEST,
                        text -> {
                            String[] fields =
                                    text.substring("AWS4-HMAC-SHA256 ".length()).split(", ", -1);
                            return "AWS4-HMAC-SHA256 "
                                    + String.join(", ", fields[2], fields[0], fields[1]);
                        }));
    }

    @Test
    void date_and_payload_hash_are_needed() {
        assertRefused(Requests.withoutHeader(REQUEST, "x-amz-date"), Refusal.MALFORMED);
        assertRefused(
                Requests.withHeader(REQUEST, "x-amz-date", "2026-03-01T12:00:00Z"),
                Refusal.MALFORMED);
        assertRefused(Requests.withoutHeader(REQUEST, "x-amz-content-sha256"), Refusal.MALFORMED);
        assertRefused(
                Requests.withHeader(
                        REQUEST,
                        "x-amz-content-sha256",
                        "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD"),
                Refusal.MALFORMED);
    }

    @Test
    void an_unknown_access_key_is_told_apart_from_a_wrong_signature() {
        assertRefused(
                Requests.changingAuthorization(
                        REQUEST, text -> text.replace("PENSTOCKEXAMPLE", "SOMEBODYELSE")),
                Refusal.UNKNOWN_ACCESS_KEY);
        Verification otherSecret =
                new SignatureVerifier(
                                CredentialsLookup.only(
                                        Credentials.of("PENSTOCKEXAMPLE", "another secret key")),
                                Example.REGION,
                                () -> Example.NOW)
                        .verify(REQUEST);
        assertRefused(otherSecret, Refusal.SIGNATURE_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20260301/us-east-1/s3/aws4_request",
                "20260301/eu-central-1/sts/aws4_request",
                "20260302/eu-central-1/s3/aws4_request",
                "20260228/eu-central-1/s3/aws4_request"
            })
    void another_scope_is_refused(String scope) {
        assertRefused(withScope(scope), Refusal.WRONG_SCOPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20260301/eu-central-1/s3",
                "20260301/eu-central-1/s3/aws4_reply",
                "20260301/eu-central-1/s3/aws4_request/x",
                "20261301/eu-central-1/s3/aws4_request",
                "260301/eu-central-1/s3/aws4_request",
                "20260301//s3/aws4_request"
            })
    void what_is_no_scope_is_malformed(String scope) {
        assertRefused(withScope(scope), Refusal.MALFORMED);
    }

    @Test
    void clocks_may_be_a_quarter_of_an_hour_apart() {
        Duration quarter = Duration.ofMinutes(15);
        assertThat(Example.verifierAt(Example.NOW.plus(quarter)).verify(REQUEST))
                .isInstanceOf(Verification.Verified.class);
        assertThat(Example.verifierAt(Example.NOW.minus(quarter)).verify(REQUEST))
                .isInstanceOf(Verification.Verified.class);
        assertRefused(
                Example.verifierAt(Example.NOW.plus(quarter).plusMillis(1)).verify(REQUEST),
                Refusal.CLOCK_SKEWED);
        assertRefused(
                Example.verifierAt(Example.NOW.minus(quarter).minusMillis(1)).verify(REQUEST),
                Refusal.CLOCK_SKEWED);
    }

    @Test
    void each_changed_digit_of_the_signature_is_refused() {
        String value = REQUEST.header("authorization").getFirst();
        for (int i = 1; i <= 64; i++) {
            int at = value.length() - i;
            char other = value.charAt(at) == '0' ? '1' : '0';
            assertRefused(
                    Requests.changingAuthorization(
                            REQUEST,
                            text -> text.substring(0, at) + other + text.substring(at + 1)),
                    Refusal.SIGNATURE_MISMATCH);
        }
        String upper = value.substring(value.length() - 64).toUpperCase(Locale.ROOT);
        assertRefused(
                Requests.changingAuthorization(
                        REQUEST, text -> text.substring(0, text.length() - 64) + upper),
                Refusal.MALFORMED);
    }

    @Test
    void header_and_query_at_once_are_refused() {
        String query = Example.presign(Example.get()).url().split("\\?", -1)[1];
        assertRefused(Requests.withQuery(REQUEST, query), Refusal.MALFORMED);
    }

    @Test
    void a_session_token_belongs_to_its_access_key() {
        Credentials temporary =
                new Credentials("PENSTOCKEXAMPLE", "a secret key", Optional.of("token/+="));
        SignatureVerifier verifier =
                new SignatureVerifier(
                        CredentialsLookup.only(temporary), Example.REGION, () -> Example.NOW);
        List<Header> host = List.of(new Header("host", "h"));
        SignedRequest signed =
                new HeaderSigner(temporary, Example.REGION)
                        .sign(
                                new SignableRequest("GET", "/b", List.of(), host),
                                PayloadHash.Mode.UNSIGNED,
                                Example.NOW);
        ReceivedRequest request =
                Requests.withHeader(
                        new ReceivedRequest("GET", "/b", "", Requests.headers(signed.headers())),
                        "host",
                        "h");
        assertThat(verifier.verify(request)).isInstanceOf(Verification.Verified.class);
        assertRefused(
                verifier.verify(Requests.withHeader(request, "x-amz-security-token", "other")),
                Refusal.WRONG_SESSION_TOKEN);
        assertRefused(verifier.verify(REQUEST), Refusal.WRONG_SESSION_TOKEN);
        assertRefused(request, Refusal.WRONG_SESSION_TOKEN);
    }

    private static ReceivedRequest withScope(String scope) {
        return Requests.changingAuthorization(
                REQUEST, text -> text.replace("20260301/eu-central-1/s3/aws4_request", scope));
    }
}
