package dev.penstock.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SigningRulesTest {

    @Test
    void what_a_sender_must_add_is_said_but_not_what_http_clients_send_anyway() {
        PresignedUrl url =
                Example.presign(
                        new PresignRequest(
                                "PUT",
                                Example.URI_OF_OBJECT,
                                List.of(),
                                List.of(
                                        new Header("Content-Length", "5"),
                                        new Header("Content-MD5", "x")),
                                Example.EXPIRY));
        assertThat(url.requiredHeaders()).containsExactly(new Header("content-md5", "x"));
        assertThat(url.expiresAt()).isEqualTo(Example.NOW.plus(Example.EXPIRY));
        assertThat(url.url()).contains("&X-Amz-SignedHeaders=content-length%3Bcontent-md5%3Bhost&");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Amz-Signature", "X-Amz-Expires", "X-Amz-Security-Token"})
    void a_caller_cannot_bring_a_parameter_of_the_signature(String name) {
        assertThatThrownBy(() ->
                        new PresignRequest(
                                "GET",
                                Example.URI_OF_OBJECT,
                                List.of(new QueryParameter(name, "x")),
                                List.of(),
                                Example.EXPIRY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_caller_cannot_bring_another_host() {
        assertThatThrownBy(() ->
                        new PresignRequest(
                                "GET",
                                Example.URI_OF_OBJECT,
                                List.of(),
                                List.of(new Header("Host", "x")),
                                Example.EXPIRY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.5S", "PT1.5S", "P7DT1S", "PT-1S"})
    void a_lifetime_is_a_second_to_a_week(Duration expiry) {
        assertThatThrownBy(() -> PresignRequest.of("GET", Example.URI_OF_OBJECT, expiry))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void signing_by_header_needs_the_host_and_adds_its_own_headers_itself() {
        HeaderSigner signer = new HeaderSigner(Example.CREDENTIALS, Example.REGION);
        Header host = new Header("host", "h");
        for (List<Header> headers :
                List.of(
                        List.<Header>of(),
                        List.of(host, new Header("x-amz-date", "x")),
                        List.of(host, new Header("authorization", "x")))) {
            SignableRequest request = new SignableRequest("GET", "/", List.of(), headers);
            assertThatThrownBy(() -> signer.sign(request, PayloadHash.Mode.UNSIGNED, Example.NOW))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:b", "ä", "a\n"})
    void a_header_has_a_token_for_a_name(String name) {
        assertThatThrownBy(() -> new Header(name, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_header_has_no_line_break_in_its_value() {
        assertThatThrownBy(() -> new Header("a", "x\r\ny"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a,b", "a=b", "a b", "ä"})
    void an_access_key_fits_into_a_credential(String accessKey) {
        assertThatThrownBy(() -> Credentials.of(accessKey, "s"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void secrets_are_not_empty() {
        assertThatThrownBy(() -> Credentials.of("a", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Credentials("a", "s", Optional.of("")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_signing_key_is_the_documented_one() {
        Credentials documented =
                Credentials.of("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        Scope scope = Scope.parse("20130524/us-east-1/s3/aws4_request").orElseThrow();
        String stringToSign =
                """
                AWS4-HMAC-SHA256
                20130524T000000Z
                20130524/us-east-1/s3/aws4_request
                7344ae5b7ee6c3e7e6b0fe0640412a37625d1fbfff95c48bbb2dc43964946972\
                """;
        assertThat(SigningKey.derive(documented, scope).sign(stringToSign))
                .isEqualTo("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }
}
