package dev.penstock.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/// The same `Authorization` header as the AWS SDK's signer makes, and a request of the SDK
/// verified.
final class AwsSdkSignerEqualityTest {
    private static final long SEED = 4_711;
    private static final int CASES = 400;

    @Test
    void authorization_headers_equal_those_of_the_sdk_and_are_verified() {
        RandomCases cases = new RandomCases(SEED);
        for (int i = 0; i < CASES; i++) {
            Case example = new Case(cases);
            SdkHttpRequest expected = example.sdkSigned();

            SignedRequest ours =
                    new HeaderSigner(example.credentials, example.region)
                            .sign(example.request(), example.payload(), example.time);

            assertThat(ours.headers())
                    .as("seed %d, case %d: %s", SEED, i, example.uri)
                    .filteredOn(header -> header.name().equals("authorization"))
                    .singleElement()
                    .extracting(Header::value)
                    .isEqualTo(expected.firstMatchingHeader("Authorization").orElseThrow());
            assertThat(example.verify(expected))
                    .as("seed %d, case %d: %s", SEED, i, example.uri)
                    .isInstanceOf(Verification.Verified.class);
        }
    }

    private static final class Case {
        final Credentials credentials;
        final String region;
        final Instant time;
        final SdkHttpMethod method;
        final S3Uri uri;
        final List<QueryParameter> query = new ArrayList<>();
        final List<Header> headers = new ArrayList<>();
        final byte[] body;

        Case(RandomCases cases) {
            credentials = cases.credentials();
            region = cases.region();
            time = cases.time();
            method =
                    cases.oneOf(
                            List.of(
                                    SdkHttpMethod.GET,
                                    SdkHttpMethod.PUT,
                                    SdkHttpMethod.POST,
                                    SdkHttpMethod.DELETE));
            uri =
                    cases.chance()
                            ? S3Uri.pathStyle(cases.endpoint(), cases.bucket(), cases.key())
                            : S3Uri.virtualHost(cases.endpoint(), cases.bucket(), cases.key());
            for (int i = cases.number(0, 4); i > 0; i--) {
                query.add(new QueryParameter(cases.letters(1) + i + cases.key(), cases.text(0, 5)));
            }
            headers.add(new Header("host", uri.authority()));
            for (int i = cases.number(0, 4); i > 0; i--) {
                headers.add(
                        new Header(
                                cases.oneOf(List.of("x-amz-meta-", "x-amz-", "other-"))
                                        + cases.letters(5)
                                        + i,
                                cases.oneOf(List.of("v", " a   b ", "a,b", "\"q\"", "a\tb", ""))));
            }
            body = cases.bytes(cases.number(0, 100));
        }

        SignableRequest request() {
            return new SignableRequest(method.name(), uri.rawPath(), query, headers);
        }

        PayloadHash payload() {
            return PayloadHash.of(body);
        }

        SdkHttpRequest sdkSigned() {
            return AwsV4HttpSigner.create()
                    .sign(signing ->
                            signing.identity(Sdk.credentials(credentials))
                                    .request(unsigned())
                                    .payload(ContentStreamProvider.fromByteArray(body))
                                    .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                                    .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                                    .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                                    .putProperty(
                                            HttpSigner.SIGNING_CLOCK,
                                            Clock.fixed(time, ZoneOffset.UTC)))
                    .request();
        }

        private SdkHttpRequest unsigned() {
            int colon = uri.authority().indexOf(':');
            SdkHttpFullRequest.Builder builder =
                    SdkHttpFullRequest.builder()
                            .method(method)
                            .protocol(uri.scheme())
                            .host(colon < 0 ? uri.authority() : uri.authority().substring(0, colon))
                            .encodedPath(uri.rawPath());
            if (colon >= 0) {
                builder.port(Integer.parseInt(uri.authority().substring(colon + 1)));
            }
            headers.stream()
                    .filter(header -> !header.name().equals("host"))
                    .forEach(header -> builder.putHeader(header.name(), header.value()));
            query.forEach(
                    parameter -> builder.putRawQueryParameter(parameter.name(), parameter.value()));
            return builder.build();
        }

        Verification verify(SdkHttpRequest signed) {
            return new SignatureVerifier(
                            CredentialsLookup.only(credentials),
                            region,
                            Clock.fixed(time, ZoneOffset.UTC))
                    .verify(
                            new ReceivedRequest(
                                    signed.method().name(),
                                    signed.encodedPath(),
                                    signed.encodedQueryParameters().orElse(""),
                                    signed.headers()));
        }
    }
}
