package dev.penstock.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.Download;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.PartToSign;
import dev.penstock.core.object.PresignedPut;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.sigv4.Credentials;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// Which host, style, lifetime and signed headers the URLs have.
class PresignedUrlTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.89Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final DateTimeFormatter SDK_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Instant WHOLE_SECOND = Instant.parse("2026-03-04T05:06:07Z");
    private static final Duration TTL = Duration.ofMinutes(15);
    private static final Credentials KEYS =
            new Credentials("ACCESSKEY7", "secret-key", Optional.of("session/token+="));
    private static final Checksum CRC = new Checksum(ChecksumAlgorithm.CRC64NVME, "rosUhgp5mIg=");
    private static final ByteCount SIZE = ByteCount.mebibytes(8);

    @Test
    void what_the_caller_states_is_signed_and_nothing_else() {
        try (var store = store(settings(PathStyle.AUTO))) {
            PresignedPut open = sign(store, Optional.empty(), Optional.empty());
            PresignedPut sized = sign(store, Optional.of(SIZE), Optional.empty());
            PresignedPut checked = sign(store, Optional.of(SIZE), Optional.of(CRC));

            assertThat(signedHeaders(open)).isEqualTo("host");
            assertThat(signedHeaders(sized)).isEqualTo("content-length;host");
            assertThat(signedHeaders(checked))
                    .isEqualTo("content-length;host;x-amz-checksum-crc64nvme");
            assertThat(open.requiredHeaders()).isEmpty();
            assertThat(sized.requiredHeaders()).isEmpty();
            assertThat(checked.requiredHeaders())
                    .isEqualTo(Map.of("x-amz-checksum-crc64nvme", CRC.base64()));
        }
    }

    @Test
    void a_session_token_is_part_of_the_url() {
        try (var store = store(settings(PathStyle.AUTO))) {
            URI url = URI.create(sign(store, Optional.empty(), Optional.empty()).url());

            assertThat(query(url)).containsEntry("X-Amz-Security-Token", "session%2Ftoken%2B%3D");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bucket, OFF, https://bucket.s3.eu-west-1.amazonaws.com/some/key.bin",
        "bucket, AUTO, https://bucket.s3.eu-west-1.amazonaws.com/some/key.bin",
        "bucket, ON, https://s3.eu-west-1.amazonaws.com/bucket/some/key.bin",
        "my.bucket, AUTO, https://s3.eu-west-1.amazonaws.com/my.bucket/some/key.bin",
        "Bucket, AUTO, https://s3.eu-west-1.amazonaws.com/Bucket/some/key.bin"
    })
    void on_aws_the_bucket_is_in_the_host_where_it_fits(
            String bucket, PathStyle style, String expected) {
        try (var store = store(onAws(bucket, style, CLOCK))) {
            assertThat(sign(store, Optional.empty(), Optional.empty()).url())
                    .startsWith(expected + "?");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO, https://files.example.com/bucket/some/key.bin",
        "ON, https://files.example.com/bucket/some/key.bin",
        "OFF, https://bucket.files.example.com/some/key.bin"
    })
    void urls_are_for_the_public_endpoint(PathStyle style, String expected) {
        try (var store = store(settings(style))) {
            assertThat(sign(store, Optional.empty(), Optional.empty()).url())
                    .startsWith(expected + "?");
            assertThat(store.presignGet(download(), TTL).url().toString())
                    .startsWith(expected + "?");
        }
    }

    @Test
    void the_services_own_calls_go_to_the_control_endpoint() {
        try (var storage = ScriptedStorage.answering(Reply.of(204, ""));
                var store =
                        store(
                                settings(
                                        Optional.of(storage.endpoint()),
                                        Optional.of(URI.create("https://files.example.com")),
                                        "bucket",
                                        PathStyle.AUTO,
                                        CLOCK))) {
            store.delete(Sample.KEY);

            ReceivedCall call = storage.calls().getFirst();
            assertThat(call.line()).isEqualTo("DELETE /bucket/some/key.bin HTTP/1.1");
            assertThat(call.header("host")).contains(storage.endpoint().getAuthority());
        }
    }

    /// The SDK's presigner takes no clock, so ours is set to the moment that its URL names.
    @ParameterizedTest
    @CsvSource({"bucket, AUTO", "bucket, ON", "my.bucket, AUTO"})
    void a_part_url_is_the_one_that_the_sdk_makes(String bucket, PathStyle style) {
        URI theirs = presignedBySdk(bucket, style == PathStyle.ON || bucket.contains("."));
        Instant moment = SDK_TIME.parse(parameter(theirs, "X-Amz-Date"), Instant::from);
        Clock clock = Clock.fixed(moment, ZoneOffset.UTC);
        try (var store = store(onAws(bucket, style, clock))) {
            URI ours = URI.create(sign(store, Optional.of(SIZE), Optional.of(CRC)).url());

            assertThat(ours.getHost()).isEqualTo(theirs.getHost());
            assertThat(ours.getRawPath()).isEqualTo(theirs.getRawPath());
            assertThat(query(ours)).isEqualTo(query(theirs));
        }
    }

    private static URI presignedBySdk(String bucket, boolean pathStyle) {
        S3Configuration style = S3Configuration.builder().pathStyleAccessEnabled(pathStyle).build();
        UploadPartRequest request =
                UploadPartRequest.builder()
                        .bucket(bucket)
                        .key(Sample.KEY.value())
                        .uploadId(Sample.UPLOAD.value())
                        .partNumber(3)
                        .contentLength(SIZE.value())
                        .checksumCRC64NVME(CRC.base64())
                        .build();
        try (S3Presigner sdk =
                S3Presigner.builder()
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(SigningCredentials.provider(Optional.of(KEYS)))
                        .serviceConfiguration(style)
                        .build()) {
            String url =
                    sdk.presignUploadPart(p -> p.signatureDuration(TTL).uploadPartRequest(request))
                            .url()
                            .toString();
            return URI.create(url);
        }
    }

    @Test
    void a_url_lives_no_longer_than_the_credentials() {
        Instant end = WHOLE_SECOND.plusSeconds(90);
        try (var store = store(settings(PathStyle.AUTO), endingAt(end))) {
            PresignedPut put = sign(store, Optional.empty(), Optional.empty());

            assertThat(put.expiresAt()).isEqualTo(end);
            assertThat(query(URI.create(put.url()))).containsEntry("X-Amz-Expires", "90");
        }
    }

    @Test
    void a_url_lives_as_long_as_asked_where_the_credentials_do() {
        try (var store = store(settings(PathStyle.AUTO), endingAt(NOW.plus(Duration.ofHours(1))))) {
            assertThat(sign(store, Optional.empty(), Optional.empty()).expiresAt())
                    .isEqualTo(WHOLE_SECOND.plus(TTL));
        }
    }

    @Test
    void nothing_is_signed_with_credentials_that_have_ended() {
        try (var store = store(settings(PathStyle.AUTO), endingAt(NOW.minusSeconds(1)))) {
            assertThatThrownBy(() -> sign(store, Optional.empty(), Optional.empty()))
                    .isInstanceOf(ObjectStoreException.Unavailable.class)
                    .hasMessageContaining("credentials have ended");
        }
    }

    private static AwsCredentialsProvider endingAt(Instant end) {
        return StaticCredentialsProvider.create(
                AwsSessionCredentials.builder()
                        .accessKeyId("ASIA7")
                        .secretAccessKey("s")
                        .sessionToken("t")
                        .expirationTime(end)
                        .build());
    }

    private static PresignedPut sign(
            S3ObjectStore store, Optional<ByteCount> size, Optional<Checksum> checksum) {
        var part = new PartToSign(PartNumber.of(3), size, checksum);
        return store.presignParts(Sample.KEY, Sample.UPLOAD, List.of(part), TTL).getFirst();
    }

    private static Download download() {
        return new Download(Sample.KEY, "attachment", "text/plain");
    }

    private static String signedHeaders(PresignedPut put) {
        return parameter(URI.create(put.url()), "X-Amz-SignedHeaders").replace("%3B", ";");
    }

    private static String parameter(URI url, String name) {
        return Objects.requireNonNull(query(url).get(name), name);
    }

    private static Map<String, String> query(URI url) {
        var query = new TreeMap<String, String>();
        for (String pair : url.getRawQuery().split("&", -1)) {
            query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return query;
    }

    private static S3ObjectStore store(S3Settings settings) {
        return new S3ObjectStore(settings);
    }

    private static S3ObjectStore store(S3Settings settings, AwsCredentialsProvider credentials) {
        return new S3ObjectStore(settings, credentials, TimeLimits.DEFAULT);
    }

    private static S3Settings settings(PathStyle style) {
        return settings(
                Optional.of(URI.create("http://10.0.0.7:9000")),
                Optional.of(URI.create("https://files.example.com")),
                "bucket",
                style,
                CLOCK);
    }

    private static S3Settings onAws(String bucket, PathStyle style, Clock clock) {
        return settings(Optional.empty(), Optional.empty(), bucket, style, clock);
    }

    private static S3Settings settings(
            Optional<URI> endpoint,
            Optional<URI> shown,
            String bucket,
            PathStyle style,
            Clock clock) {
        return new S3Settings(
                endpoint,
                shown,
                "eu-west-1",
                bucket,
                Optional.of(KEYS),
                style,
                StorageCapabilities.UNPROBED,
                clock);
    }
}
