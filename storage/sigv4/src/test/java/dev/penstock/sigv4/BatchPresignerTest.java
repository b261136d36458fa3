package dev.penstock.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BatchPresignerTest {
    private static final long SEED = 10_000;

    @Test
    void a_batch_gives_what_single_presigning_gives() {
        RandomCases cases = new RandomCases(SEED);
        for (int upload = 0; upload < 60; upload++) {
            Credentials credentials = cases.credentials();
            String region = cases.region();
            S3Uri uri = S3Uri.virtualHost(cases.endpoint(), cases.bucket(), cases.key());
            String uploadId = cases.text(1, 30);
            Instant time = cases.time();
            Duration expiry = cases.expiry();
            BatchPresigner batch =
                    new BatchPresigner(credentials, region, uri, uploadId, time, expiry);
            QueryPresigner single = new QueryPresigner(credentials, region);
            for (int i = 0; i < 25; i++) {
                PartToSign part = part(cases);
                PresignedUrl expected = single.presign(request(uri, uploadId, part, expiry), time);
                assertThat(batch.presign(part))
                        .as("seed %d, upload %d, part %s of %s", SEED, upload, part, uri)
                        .isEqualTo(expected.url());
                assertThat(batch.expiresAt()).isEqualTo(expected.expiresAt());
            }
        }
    }

    @Test
    void every_part_number_has_its_own_url() {
        BatchPresigner batch = example();
        assertThat(
                        IntStream.rangeClosed(1, 10_000)
                                .mapToObj(number -> batch.presign(PartToSign.of(number))))
                .doesNotHaveDuplicates()
                .hasSize(10_000);
    }

    @Test
    void expires_whole_seconds_after_the_time_that_is_signed() {
        BatchPresigner batch =
                new BatchPresigner(
                        Example.CREDENTIALS,
                        Example.REGION,
                        Example.URI_OF_OBJECT,
                        "u",
                        Example.NOW.plusMillis(999),
                        Example.EXPIRY);
        assertThat(batch.expiresAt()).isEqualTo(Example.NOW.plus(Example.EXPIRY));
    }

    @Test
    void lives_a_second_to_a_week() {
        for (Duration expiry :
                List.of(
                        Duration.ZERO,
                        Duration.ofMillis(1_500),
                        Duration.ofDays(7).plusSeconds(1),
                        Duration.ofSeconds(-1))) {
            assertThatThrownBy(() ->
                            new BatchPresigner(
                                    Example.CREDENTIALS,
                                    Example.REGION,
                                    Example.URI_OF_OBJECT,
                                    "u",
                                    Example.NOW,
                                    expiry))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_is_no_part_cannot_be_asked_for() {
        assertThatThrownBy(() -> PartToSign.of(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PartToSign.of(10_001))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PartToSign.of(1).withContentLength(-1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PartToSign.of(1).withChecksum(new Header("x-amz-acl", "x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PartToSign.of(1).withChecksum(new Header("content-md5", "a b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BatchPresigner example() {
        return new BatchPresigner(
                Example.CREDENTIALS,
                Example.REGION,
                Example.URI_OF_OBJECT,
                "an upload",
                Example.NOW,
                Example.EXPIRY);
    }

    private static PartToSign part(RandomCases cases) {
        PartToSign part = PartToSign.of(cases.number(1, 10_000));
        if (cases.chance()) {
            part = part.withContentLength(cases.chance() ? cases.number(0, 9) : 5L << 30);
        }
        return switch (cases.number(0, 4)) {
            case 0 -> part.withChecksum(new Header("content-md5", cases.base64(16)));
            case 1 -> part.withChecksum(new Header("x-amz-checksum-crc64nvme", cases.base64(8)));
            case 2 -> part.withChecksum(new Header("x-amz-checksum-sha256", cases.base64(32)));
            default -> part;
        };
    }

    private static PresignRequest request(
            S3Uri uri, String uploadId, PartToSign part, Duration expiry) {
        List<Header> headers = new ArrayList<>();
        part.contentLength()
                .ifPresent(
                        length -> headers.add(new Header("content-length", Long.toString(length))));
        part.checksum().ifPresent(headers::add);
        return new PresignRequest(
                "PUT",
                uri,
                List.of(
                        new QueryParameter("uploadId", uploadId),
                        new QueryParameter("partNumber", Integer.toString(part.partNumber()))),
                headers,
                expiry);
    }
}
