package dev.penstock.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.PartToSign;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.sigv4.Credentials;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is no address of a bucket is refused at once, and who signs is told to nobody.
class S3SettingsTest {
    private static final Credentials KEYS =
            new Credentials("ACCESSKEY7", "swordfish", Optional.of("opensesame"));
    private static final String[] SECRETS = {"ACCESSKEY7", "swordfish", "opensesame"};

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://host", "host:9000", "/folder", "https://host/?a=b", "http://host#x"})
    void an_endpoint_is_scheme_host_port_and_path(String endpoint) {
        Optional<URI> uri = Optional.of(URI.create(endpoint));
        Optional<URI> good = Optional.of(URI.create("https://host"));

        assertThatThrownBy(() -> settings(uri, good, "eu-west-1", "bucket"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings(good, uri, "eu-west-1", "bucket"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_region_and_a_bucket_are_needed() {
        assertThatThrownBy(() -> settings(Optional.empty(), Optional.empty(), " ", "bucket"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings(Optional.empty(), Optional.empty(), "eu-west-1", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_key_or_token_is_shown() {
        S3Settings settings =
                settings(Optional.empty(), Optional.empty(), "eu-west-1", "some-bucket");
        var current =
                SigningCredentials.current(SigningCredentials.provider(settings.credentials()));

        assertThat(settings.toString()).contains("some-bucket").doesNotContain(SECRETS);
        assertThat(current.toString()).doesNotContain(SECRETS);
    }

    @Test
    void no_key_or_token_is_in_what_is_signed_once_it_is_printed() {
        try (var store =
                new S3ObjectStore(
                        settings(Optional.empty(), Optional.empty(), "eu-west-1", "bucket"))) {
            var part = new PartToSign(PartNumber.of(1), Optional.empty(), Optional.empty());
            var put =
                    store.presignParts(
                            Sample.KEY, Sample.UPLOAD, List.of(part), Duration.ofMinutes(1));

            assertThat(put.toString()).doesNotContain(SECRETS).doesNotContain("X-Amz-Signature");
        }
    }

    /// A storage may repeat in its error what was signed, as S3 does with `SignatureDoesNotMatch`.
    @ParameterizedTest
    @ValueSource(ints = {400, 403, 500, 200})
    void no_failure_repeats_what_the_storage_says_of_the_signature(int status) {
        String body = Reply.errorBody("SignatureDoesNotMatch", String.join(" and ", SECRETS));
        try (var storage = ScriptedStorage.answering(Reply.of(status, body));
                var store =
                        new S3ObjectStore(
                                settings(
                                        Optional.of(storage.endpoint()),
                                        Optional.empty(),
                                        "eu-west-1",
                                        "bucket"))) {
            assertThatThrownBy(() -> Sample.complete(store))
                    .isInstanceOf(ObjectStoreException.class)
                    .satisfies(e -> assertThat(stackTrace(e)).doesNotContain(SECRETS));
            assertThat(storage.calls().getFirst().header("authorization").orElseThrow())
                    .contains("ACCESSKEY7");
        }
    }

    private static String stackTrace(Throwable e) {
        var text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static S3Settings settings(
            Optional<URI> endpoint, Optional<URI> shown, String region, String bucket) {
        return new S3Settings(
                endpoint,
                shown,
                region,
                bucket,
                Optional.of(KEYS),
                PathStyle.AUTO,
                StorageCapabilities.UNPROBED,
                Clock.systemUTC());
    }
}
