package dev.penstock.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// The same URL as the AWS SDK's presigner, but for the order of its parameters, which no signature
/// depends on.
final class AwsSdkPresignerEqualityTest {
    private static final long SEED = 20130524;
    private static final int CASES = 400;

    @Test
    void part_urls_equal_those_of_the_sdk() {
        RandomCases cases = new RandomCases(SEED);
        for (int i = 0; i < CASES; i++) {
            Case example = new Case(cases);
            PartToSign part = part(cases);
            String uploadId = cases.text(1, 12);
            PresignedRequest expected = example.sdkPart(uploadId, part);
            Instant time = time(expected);

            String batched =
                    new BatchPresigner(
                                    example.credentials,
                                    example.region,
                                    example.uri(),
                                    uploadId,
                                    time,
                                    example.expiry)
                            .presign(part);

            assertThat(Url.of(batched))
                    .as("seed %d, case %d: %s", SEED, i, example)
                    .isEqualTo(Url.of(expected.url().toString()));
        }
    }

    @Test
    void get_urls_equal_those_of_the_sdk() {
        RandomCases cases = new RandomCases(SEED + 1);
        for (int i = 0; i < CASES; i++) {
            Case example = new Case(cases);
            String disposition = "attachment; filename=\"" + cases.text(1, 9) + "\"";
            PresignedRequest expected = example.sdkGet(disposition);

            PresignedUrl ours =
                    new QueryPresigner(example.credentials, example.region)
                            .presign(
                                    new PresignRequest(
                                            "GET",
                                            example.uri(),
                                            List.of(
                                                    new QueryParameter(
                                                            "response-content-disposition",
                                                            disposition)),
                                            signedHeaders(expected),
                                            example.expiry),
                                    time(expected));

            assertThat(Url.of(ours.url()))
                    .as("seed %d, case %d: %s", SEED + 1, i, example)
                    .isEqualTo(Url.of(expected.url().toString()));
        }
    }

    private static PartToSign part(RandomCases cases) {
        PartToSign part = PartToSign.of(cases.number(1, 10_000));
        if (cases.chance()) {
            part = part.withContentLength(cases.number(0, Integer.MAX_VALUE - 1));
        }
        return switch (cases.number(0, 2)) {
            case 0 -> part;
            case 1 -> part.withChecksum(new Header("content-md5", cases.base64(16)));
            default -> part.withChecksum(new Header("x-amz-checksum-crc64nvme", cases.base64(8)));
        };
    }

    private static Instant time(PresignedRequest request) {
        return AmzDate.parse(
                        Url.of(request.url().toString()).query().getOrDefault("X-Amz-Date", ""))
                .orElseThrow();
    }

    private static List<Header> signedHeaders(PresignedRequest request) {
        List<Header> headers = new ArrayList<>();
        request.signedHeaders()
                .forEach((name, values) -> headers.add(new Header(name, values.getFirst())));
        headers.removeIf(header -> header.name().equals("host"));
        return headers;
    }

    private record Url(
            String scheme, String authority, String path, TreeMap<String, String> query) {
        static Url of(String url) {
            URI uri = URI.create(url);
            return new Url(
                    uri.getScheme(),
                    uri.getRawAuthority(),
                    uri.getRawPath(),
                    QueryString.parse(uri.getRawQuery()).stream()
                            .collect(
                                    Collectors.toMap(
                                            QueryParameter::name,
                                            QueryParameter::value,
                                            (a, b) -> a + " and " + b,
                                            TreeMap::new)));
        }
    }

    private static final class Case {
        final Credentials credentials;
        final String region;
        final URI endpoint;
        final String bucket;
        final String key;
        final Duration expiry;
        final Style style;

        Case(RandomCases cases) {
            credentials = cases.credentials();
            region = cases.region();
            endpoint = cases.endpoint();
            bucket = cases.bucket();
            key = cases.key();
            expiry = cases.expiry();
            style = cases.oneOf(List.of(Style.values()));
        }

        S3Uri uri() {
            return switch (style) {
                case PATH -> S3Uri.pathStyle(endpoint, bucket, key);
                case VIRTUAL_HOST -> S3Uri.virtualHost(endpoint, bucket, key);
            };
        }

        PresignedRequest sdkPart(String uploadId, PartToSign part) {
            UploadPartRequest.Builder request =
                    UploadPartRequest.builder()
                            .bucket(bucket)
                            .key(key)
                            .uploadId(uploadId)
                            .partNumber(part.partNumber());
            part.contentLength().ifPresent(request::contentLength);
            part.checksum()
                    .ifPresent(header -> {
                        if (header.name().equals("content-md5")) {
                            request.contentMD5(header.value());
                        } else {
                            request.checksumCRC64NVME(header.value());
                        }
                    });
            try (S3Presigner presigner = presigner()) {
                return presigner.presignUploadPart(presign ->
                        presign.signatureDuration(expiry).uploadPartRequest(request.build()));
            }
        }

        PresignedRequest sdkGet(String disposition) {
            try (S3Presigner presigner = presigner()) {
                return presigner.presignGetObject(presign ->
                        presign.signatureDuration(expiry)
                                .getObjectRequest(get ->
                                        get.bucket(bucket)
                                                .key(key)
                                                .range("bytes=0-9")
                                                .responseContentDisposition(disposition)));
            }
        }

        private S3Presigner presigner() {
            return S3Presigner.builder()
                    .region(Region.of(region))
                    .endpointOverride(endpoint)
                    .credentialsProvider(
                            StaticCredentialsProvider.create(Sdk.credentials(credentials)))
                    .serviceConfiguration(
                            S3Configuration.builder()
                                    .pathStyleAccessEnabled(style == Style.PATH)
                                    .build())
                    .build();
        }

        @Override
        public String toString() {
            return style + " " + uri();
        }
    }

    private enum Style {
        PATH,
        VIRTUAL_HOST
    }
}
