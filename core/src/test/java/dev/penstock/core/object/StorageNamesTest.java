package dev.penstock.core.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Part numbers, object keys, ETags and the storage's ids, each checked once at the door.
class StorageNamesTest {
    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 10_001, Integer.MAX_VALUE})
    void part_number_outside_1_to_10000_is_refused(int value) {
        assertThat(PartNumber.isValid(value)).isFalse();
        assertThatThrownBy(() -> PartNumber.of(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10000");
    }

    @Test
    void part_numbers_are_ordered_by_value() {
        assertThat(PartNumber.of(2)).isLessThan(PartNumber.of(10));
        assertThat(PartNumber.of(10_000)).hasToString("10000");
        assertThat(PartNumber.isValid((1L << 32) + 1)).isFalse();
    }

    @Test
    void object_key_has_1_to_1024_bytes_of_utf_8() {
        assertThat(new ObjectKey("k".repeat(1024))).hasToString("k".repeat(1024));
        assertThat(new ObjectKey("ä".repeat(512)).value()).hasSize(512);
        for (String value : new String[] {"", "k".repeat(1025), "ä".repeat(513)}) {
            assertThatThrownBy(() -> new ObjectKey(value))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void etag_is_the_same_with_and_without_quotes() {
        assertThat(new ETag("\"abc-2\"")).isEqualTo(new ETag("abc-2")).hasToString("abc-2");
        for (String value : new String[] {"", "\"\""}) {
            assertThatThrownBy(() -> new ETag(value)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void multipart_id_is_not_empty() {
        assertThatThrownBy(() -> new MultipartId("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void presigned_urls_keep_their_query_out_of_logs() {
        URI url = URI.create("https://storage.example/b/k?X-Amz-Signature=secret");

        var put =
                new PresignedPut(PartNumber.of(1), url.toString(), Instant.EPOCH, Map.of("a", "b"));
        assertThat(put.toString()).doesNotContain("secret").contains("1970");
        assertThat(new PresignedGet(url, Instant.EPOCH).toString())
                .doesNotContain("secret")
                .contains("1970");
    }
}
