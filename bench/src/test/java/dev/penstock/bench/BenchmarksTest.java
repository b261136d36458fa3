package dev.penstock.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.sigv4.Credentials;
import dev.penstock.sigv4.QueryString;
import dev.penstock.sigv4.S3Uri;
import dev.penstock.sigv4.Scope;
import dev.penstock.sigv4.SigningKey;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Each benchmark runs once, and compares like with like.
final class BenchmarksTest {

    @Test
    void every_way_of_presigning_gives_the_url_of_the_same_part() {
        PresignBenchmark batch = new PresignBenchmark();
        PresignBenchmark single = new PresignBenchmark();
        PresignBenchmark sdk = new PresignBenchmark();
        for (int part = 1; part <= 11; part++) {
            String url = batch.urlWithinBatch();
            assertThat(url).contains("&partNumber=" + part + "&").isEqualTo(single.singleUrl());
            assertThat(parameterNames(sdk.urlOfTheAwsSdk()))
                    .containsExactlyInAnyOrderElementsOf(parameterNames(url));
        }
        assertThat(batch.bareCryptography()).hasSize(32);
        batch.close();
        single.close();
        sdk.close();
    }

    @Test
    void the_bare_cryptography_hashes_the_canonical_request_of_a_part() throws Exception {
        Credentials credentials = Credentials.of("ACCESS", "secret");
        Instant time = Instant.parse("2026-01-01T12:00:00Z");
        S3Uri uri = S3Uri.pathStyle(URI.create("http://127.0.0.1:8481"), "bucket", "key");
        Duration expiry = Duration.ofMinutes(15);

        byte[] canonical =
                CanonicalText.ofPart(uri, credentials, "us-east-1", time, expiry, "upload");
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        String stringToSign = new String(CanonicalText.stringToSign("us-east-1", time), US_ASCII);

        assertThat(CanonicalText.url(uri, credentials, "us-east-1", time, expiry, "upload"))
                .endsWith(
                        SigningKey.derive(credentials, Scope.s3(time, "us-east-1"))
                                .sign(stringToSign.replace("0".repeat(64), hash)));
    }

    @Test
    void the_checksums_run() {
        ChecksumBenchmark checksums = new ChecksumBenchmark();
        assertThat(checksums.crc64Nvme()).isEqualTo(checksums.crc64Nvme());
        assertThat(checksums.crc32c()).isNotEqualTo(checksums.crc32OfTheJdk());
    }

    private static List<String> parameterNames(String url) {
        return QueryString.parse(url.substring(url.indexOf('?') + 1)).stream()
                .map(parameter -> parameter.name())
                .toList();
    }
}
