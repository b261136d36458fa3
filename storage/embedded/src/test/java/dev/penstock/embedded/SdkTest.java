package dev.penstock.embedded;

import static dev.penstock.embedded.TestStorage.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The AWS SDK as it comes, and without aws-chunked bodies.
class SdkTest {
    private static final byte[] BODY = Samples.bytes(7, 300_000);
    private static TestStorage storage;
    private static S3Client chunked;
    private static S3Client plain;

    @BeforeAll
    static void start() {
        storage = TestStorage.start();
        chunked = storage.client();
        plain = storage.plainClient();
    }

    @AfterAll
    static void stop() {
        chunked.close();
        plain.close();
        storage.close();
    }

    static Stream<Arguments> clients() {
        return Stream.of(Arguments.of("chunked", chunked), Arguments.of("plain", plain));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clients")
    void an_object_goes_round(String name, S3Client s3) {
        var put =
                s3.putObject(
                        b ->
                                b.bucket(BUCKET)
                                        .key(name)
                                        .contentType("text/csv")
                                        .metadata(Map.of("who", "me")),
                        RequestBody.fromBytes(BODY));
        assertThat(put.eTag()).isEqualTo('"' + Samples.md5(BODY) + '"');
        var head = s3.headObject(b -> b.bucket(BUCKET).key(name));
        assertThat(head.contentLength()).isEqualTo(BODY.length);
        assertThat(head.contentType()).isEqualTo("text/csv");
        assertThat(head.metadata()).containsEntry("who", "me");
        var read =
                s3.getObjectAsBytes(
                        b -> b.bucket(BUCKET).key(name).checksumMode(ChecksumMode.ENABLED));
        assertThat(read.asByteArray()).isEqualTo(BODY);
        var range = s3.getObjectAsBytes(b -> b.bucket(BUCKET).key(name).range("bytes=5-9"));
        assertThat(range.asByteArray()).isEqualTo(Arrays.copyOfRange(BODY, 5, 10));
        s3.deleteObject(b -> b.bucket(BUCKET).key(name));
        assertThatThrownBy(() -> s3.getObject(b -> b.bucket(BUCKET).key(name)))
                .isInstanceOf(NoSuchKeyException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clients")
    void a_signed_type_is_taken_as_it_was_spelled(String name, S3Client s3) {
        String type = "text/plain; charset=UTF-8";
        s3.putObject(
                b -> b.bucket(BUCKET).key(name).contentType(type), RequestBody.fromBytes(BODY));
        assertThat(s3.headObject(b -> b.bucket(BUCKET).key(name)).contentType()).isEqualTo(type);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clients")
    void every_checksum_of_the_sdk_is_taken(String name, S3Client s3) {
        for (ChecksumAlgorithm algorithm :
                List.of(
                        ChecksumAlgorithm.CRC32,
                        ChecksumAlgorithm.CRC32_C,
                        ChecksumAlgorithm.SHA1,
                        ChecksumAlgorithm.SHA256)) {
            String key = name + "/" + algorithm;
            s3.putObject(
                    b -> b.bucket(BUCKET).key(key).checksumAlgorithm(algorithm),
                    RequestBody.fromBytes(BODY));
            var read =
                    s3.getObjectAsBytes(
                            b -> b.bucket(BUCKET).key(key).checksumMode(ChecksumMode.ENABLED));
            assertThat(read.asByteArray()).isEqualTo(BODY);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clients")
    void objects_are_listed_page_by_page_and_deleted_at_once(String name, S3Client s3) {
        List<String> keys = List.of(name + "-list/a b", name + "-list/ü+%", name + "-list/z//");
        keys.forEach(key -> s3.putObject(b -> b.bucket(BUCKET).key(key), RequestBody.empty()));
        var pages =
                s3.listObjectsV2Paginator(b -> b.bucket(BUCKET).prefix(name + "-list/").maxKeys(2));
        assertThat(pages.contents().stream().map(S3Object::key))
                .containsExactly(keys.get(0), keys.get(2), keys.get(1));
        var ids = keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
        assertThat(s3.deleteObjects(b -> b.bucket(BUCKET).delete(d -> d.objects(ids))).deleted())
                .hasSize(3);
        assertThat(pages.contents().stream()).isEmpty();
    }

    @Test
    void errors_are_those_the_sdk_knows() {
        assertThatThrownBy(() -> chunked.getObject(b -> b.bucket("no-bucket").key("k")))
                .isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(() -> chunked.headObject(b -> b.bucket(BUCKET).key("nothing")))
                .isInstanceOf(NoSuchKeyException.class);
        chunked.putObject(b -> b.bucket(BUCKET).key("there"), RequestBody.empty());
        assertThatThrownBy(() ->
                        chunked.putObject(
                                b -> b.bucket(BUCKET).key("there").ifNoneMatch("*"),
                                RequestBody.fromBytes(BODY)))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
    }

    @Test
    void buckets_are_made_and_found() throws IOException {
        chunked.createBucket(b -> b.bucket("made"));
        chunked.createBucket(b -> b.bucket("made"));
        assertThat(chunked.headBucket(b -> b.bucket("made")).bucketRegion())
                .isEqualTo(TestStorage.REGION);
        assertThat(chunked.getBucketLocation(b -> b.bucket("made")).locationConstraintAsString())
                .isNullOrEmpty();
        Ask wrong = Ask.of("PUT", "").in("No_Name");
        assertThat(SignedHttp.of(storage.endpoint()).send(wrong).outcome())
                .isEqualTo("400 InvalidBucketName");
    }

    @Test
    void a_url_of_the_sdks_presigner_is_taken() throws Exception {
        try (var presigner = storage.presigner();
                RawHttp raw = new RawHttp(storage.endpoint())) {
            var url =
                    presigner.presignPutObject(b ->
                            b.signatureDuration(Presigned.EXPIRY)
                                    .putObjectRequest(p -> p.bucket(BUCKET).key("a b/ü")));
            raw.head("PUT", url.url().toURI(), "Content-Length: 4").send("four");
            assertThat(raw.answer().status()).isEqualTo(200);
            assertThat(plain.headObject(b -> b.bucket(BUCKET).key("a b/ü")).contentLength())
                    .isEqualTo(4);
        }
    }
}
