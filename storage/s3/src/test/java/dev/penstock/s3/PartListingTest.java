package dev.penstock.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.StoredPart;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Listings as storages give them, good and odd ones.
@Timeout(60)
class PartListingTest {
    private static final Pattern MARKER = Pattern.compile("part-number-marker=(\\d+)");
    private static final String NO_MORE = "<IsTruncated>false</IsTruncated>";
    private static final String MORE = "<IsTruncated>true</IsTruncated>";

    @Test
    void ten_thousand_parts_are_read_in_pages_of_a_thousand() {
        try (var storage = ScriptedStorage.start(PartListingTest::pageOfTenThousand);
                var store = storage.open()) {
            List<StoredPart> parts = store.listAllParts(Sample.KEY, Sample.UPLOAD);

            assertThat(parts).extracting(p -> p.number().value()).isEqualTo(numbers(1, 10_000));
            assertThat(storage.calls()).hasSize(10);
            assertThat(storage.calls()).allMatch(call -> call.line().contains("max-parts=1000"));
        }
    }

    private static Reply pageOfTenThousand(ReceivedCall call) {
        Matcher marker = MARKER.matcher(call.line());
        int after = marker.find() ? Integer.parseInt(marker.group(1)) : 0;
        int last = after + 1000;
        String parts =
                numbers(after + 1, last).stream()
                        .map(n -> part(n, ""))
                        .collect(Collectors.joining());
        String end =
                "<NextPartNumberMarker>"
                        + last
                        + "</NextPartNumberMarker>"
                        + (last < 10_000 ? MORE : NO_MORE);
        return listing(parts + end);
    }

    @Test
    void what_a_part_is_comes_from_the_storage() {
        String crc = "<ChecksumCRC32C>4waSgw==</ChecksumCRC32C>";
        StoredPart part = listed(part(7, crc) + NO_MORE).getFirst();

        assertThat(part.number().value()).isEqualTo(7);
        assertThat(part.size().value()).isEqualTo(70);
        assertThat(part.etag().value()).isEqualTo("e7");
        assertThat(part.checksum())
                .hasValueSatisfying(
                        c -> assertThat(c.algorithm()).isEqualTo(ChecksumAlgorithm.CRC32C));
    }

    @Test
    void parts_come_by_number_whatever_the_order_of_the_storage() {
        assertThat(listed(part(3, "") + part(1, "") + part(2, "") + NO_MORE))
                .extracting(p -> p.number().value())
                .containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MORE,
                MORE + "<NextPartNumberMarker>0</NextPartNumberMarker>",
                MORE + "<NextPartNumberMarker>5</NextPartNumberMarker>",
                MORE + "<Part><PartNumber>5</PartNumber><ETag>e</ETag><Size>1</Size></Part>"
            })
    void a_listing_that_does_not_get_on_is_not_read_for_ever(String page) {
        assertThatThrownBy(() -> listed(page)).isInstanceOf(ObjectStoreException.Unavailable.class);
    }

    @Test
    void an_upload_that_is_gone_is_told_from_one_that_cannot_be_seen() {
        assertThatThrownBy(() -> answered(Reply.error(404, "NoSuchUpload")))
                .isInstanceOf(ObjectStoreException.NoSuchMultipart.class);
        assertThatThrownBy(() -> answered(Reply.error(404, "NoSuchBucket")))
                .isInstanceOf(ObjectStoreException.Refused.class);
        assertThatThrownBy(() -> answered(Reply.error(403, "AccessDenied")))
                .isInstanceOf(ObjectStoreException.Refused.class);
    }

    private static List<StoredPart> listed(String inside) {
        return answered(listing(inside));
    }

    private static List<StoredPart> answered(Reply reply) {
        try (var storage = ScriptedStorage.answering(reply);
                var store = storage.open()) {
            return store.listAllParts(Sample.KEY, Sample.UPLOAD);
        }
    }

    private static Reply listing(String inside) {
        return Reply.of(200, "<ListPartsResult>" + inside + "</ListPartsResult>");
    }

    private static String part(int number, String more) {
        return "<Part><PartNumber>%d</PartNumber><ETag>\"e%d\"</ETag><Size>%d</Size>%s</Part>"
                .formatted(number, number, number * 10, more);
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }
}
