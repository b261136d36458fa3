package dev.penstock.testkit.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.PartToSign;
import dev.penstock.core.object.PresignedPut;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the holder of a part's URL can do with it, and nothing else.
interface PartUrlContract extends StoreUnderTest {

    @Test
    default void a_part_goes_straight_to_the_storage_and_is_listed() {
        OpenUpload upload = OpenUpload.at(store());
        HttpResponse<byte[]> answer = Wire.put(upload.sign(1), OpenUpload.bytes(1, 1000));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(upload.listed())
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.number().value()).isEqualTo(1);
                    assertThat(part.size().value()).isEqualTo(1000);
                    assertThat(answer.headers().firstValue("etag"))
                            .contains('"' + part.etag().value() + '"');
                });
    }

    @Test
    default void a_client_that_declares_any_content_type_is_served() {
        OpenUpload upload = OpenUpload.at(store());
        Map<String, String> type = Map.of("Content-Type", "application/x-www-form-urlencoded");

        assertThat(Wire.put(URI.create(upload.sign(1).url()), new byte[10], type).statusCode())
                .isEqualTo(200);
    }

    @Test
    default void an_empty_object_can_be_made_of_one_empty_part() {
        OpenUpload upload = OpenUpload.at(store());
        upload.send(1, new byte[0]);
        upload.complete();

        assertThat(upload.read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1001, 2000})
    default void a_signed_length_lets_no_other_length_in(int length) {
        OpenUpload upload = OpenUpload.at(store());
        PresignedPut url = upload.signSized(1, 1000);

        assertRefused(Wire.put(url, OpenUpload.bytes(1, length)));
        assertThat(upload.listed()).isEmpty();
        assertThat(Wire.put(url, OpenUpload.bytes(1, 1000)).statusCode()).isEqualTo(200);
    }

    @Test
    default void an_expired_url_is_refused() {
        OpenUpload upload = OpenUpload.at(store());
        Instant anHourAgo = Instant.now().minus(1, ChronoUnit.HOURS);
        OpenUpload late =
                new OpenUpload(
                        storeSigningAt(anHourAgo), upload.key(), upload.id(), Optional.empty());

        PresignedPut url = late.sign(1);
        assertThat(url.expiresAt())
                .isEqualTo(anHourAgo.truncatedTo(ChronoUnit.SECONDS).plus(OpenUpload.TTL));
        assertRefused(Wire.put(url, new byte[10]));
        assertThat(upload.listed()).isEmpty();
    }

    @Test
    default void a_url_is_good_until_it_expires() {
        OpenUpload upload = OpenUpload.at(store());
        Instant aWhileAgo = Instant.now().minus(OpenUpload.TTL).plusSeconds(60);
        OpenUpload late =
                new OpenUpload(
                        storeSigningAt(aWhileAgo), upload.key(), upload.id(), Optional.empty());

        assertThat(Wire.put(late.sign(1), new byte[10]).statusCode()).isEqualTo(200);
    }

    @Test
    default void a_url_stores_no_other_part() {
        OpenUpload upload = OpenUpload.at(store());
        assertTampered(upload, "partNumber=1", "partNumber=2");
    }

    @Test
    default void a_url_stores_nothing_under_another_key() {
        OpenUpload upload = OpenUpload.at(store());
        assertTampered(upload, "/file.bin", "/fake.bin");
    }

    @Test
    default void a_url_cannot_be_made_to_live_longer() {
        OpenUpload upload = OpenUpload.at(store());
        assertTampered(upload, "X-Amz-Expires=300", "X-Amz-Expires=301");
    }

    @Test
    default void a_url_cannot_serve_another_upload() {
        OpenUpload upload = OpenUpload.at(store());
        OpenUpload other = OpenUpload.at(store(), upload.key());
        String id = "uploadId=";
        String text = URI.create(upload.sign(1).url()).getRawQuery();
        String otherText = URI.create(other.sign(1).url()).getRawQuery();

        assertTampered(upload, id + parameter(text, id), id + parameter(otherText, id));
        assertThat(other.listed()).isEmpty();
    }

    @Test
    default void a_url_reads_nothing() {
        OpenUpload upload = OpenUpload.at(store());
        PresignedPut url = upload.sign(1);
        upload.send(1, OpenUpload.bytes(1, 10));

        assertRefused(Wire.get(URI.create(url.url())));
    }

    /// A copy source that nobody signed would read other people's objects.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-amz-copy-source",
                "x-amz-acl",
                "x-amz-meta-note",
                "x-amz-server-side-encryption"
            })
    default void an_amz_header_that_is_not_signed_is_refused(String header) {
        OpenUpload upload = OpenUpload.at(store());
        Map<String, String> extra = Map.of(header, "anything/else");

        assertRefused(Wire.put(URI.create(upload.sign(1).url()), new byte[10], extra));
        assertThat(upload.listed()).isEmpty();
    }

    @Test
    default void urls_come_in_the_order_asked_for_and_each_stores_its_part() {
        OpenUpload upload = OpenUpload.at(store());
        List<PartToSign> asked = Stream.of(10_000, 1, 7, 3).map(PartUrlContract::open).toList();
        List<PresignedPut> urls =
                store().presignParts(upload.key(), upload.id(), asked, OpenUpload.TTL);

        assertThat(urls).extracting(url -> url.number().value()).containsExactly(10_000, 1, 7, 3);
        urls.forEach(url -> assertThat(Wire.put(url, new byte[url.number().value()])).isNotNull());
        assertThat(upload.listed())
                .allSatisfy(
                        part -> assertThat(part.size().value()).isEqualTo(part.number().value()))
                .hasSize(4);
    }

    @Test
    default void nothing_is_required_of_a_client_without_a_checksum() {
        OpenUpload upload = OpenUpload.at(store());

        assertThat(upload.sign(1).requiredHeaders()).isEmpty();
        assertThat(upload.signSized(1, 10).requiredHeaders()).isEmpty();
    }

    @Test
    default void signing_asks_no_storage() {
        List<PresignedPut> urls =
                store().presignParts(
                                new ObjectKey("contract/never-opened"),
                                new MultipartId("never-opened"),
                                List.of(open(1)),
                                Duration.ofMinutes(1));

        assertThat(urls).hasSize(1);
    }

    private static PartToSign open(int number) {
        return new PartToSign(PartNumber.of(number), Optional.empty(), Optional.empty());
    }

    private static String parameter(String query, String name) {
        int start = query.indexOf(name) + name.length();
        int end = query.indexOf('&', start);
        return query.substring(start, end < 0 ? query.length() : end);
    }

    private static void assertTampered(OpenUpload upload, String signed, String forged) {
        String url = upload.sign(1).url();
        assertThat(url).contains(signed);

        assertRefused(Wire.put(URI.create(url.replace(signed, forged)), new byte[10], Map.of()));
        assertThat(upload.listed()).isEmpty();
    }

    static void assertRefused(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isBetween(400, 499);
    }
}
