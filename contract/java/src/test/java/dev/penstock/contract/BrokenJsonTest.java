package dev.penstock.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever bytes come in, they are read or refused with [UnreadableJson], and what was read can be
/// written.
final class BrokenJsonTest {

    private static final long SEED = 4_711;
    private static final String SECRET = "kit_secret";
    private static final List<String> REQUESTS =
            List.of(
                    "{\"parts\":[{\"partNumber\":1,\"etag\":\"a\",\"checksum\":\"AA==\"}],\"size\":5,"
                            + "\"metadata\":{\"a\":[1,2.5e3,null,{\"ü\":\"\\u00fc\\ud83d\\ude00\"}]},"
                            + "\"filename\":\"kit_secret\"}",
                    "[{\"PartNumber\":1,\"ETag\":\"kit_secret\"},{\"partNumber\":2,\"eTag\":\"b\"}]",
                    "{\"slug\":\"abc\",\"name\":\"kit_secret\",\"store\":{\"ref\":\"a/b\"},\"uploadTtl\":\"P7D\"}",
                    "[1,{\"partNumber\":2,\"size\":7},3]");

    @Test
    void bytes_changed_at_random_are_read_or_refused() {
        var random = new Random(SEED);
        for (var i = 0; i < 10_000; i++) {
            var json = REQUESTS.get(i % REQUESTS.size()).getBytes(StandardCharsets.UTF_8);
            for (var n = random.nextInt(1, 4); n > 0; n--) {
                json[random.nextInt(json.length)] = (byte) random.nextInt(256);
            }
            readAll(json, "seed %d, round %d".formatted(SEED, i));
        }
    }

    @Test
    void bytes_cut_off_anywhere_are_read_or_refused() {
        for (var request : REQUESTS) {
            var json = request.getBytes(StandardCharsets.UTF_8);
            for (var length = 0; length < json.length; length++) {
                readAll(Arrays.copyOf(json, length), "length " + length);
            }
        }
    }

    private static void readAll(byte[] json, String what) {
        read(() -> ContractJson.readCompletion(json).value(), what);
        read(() -> ContractJson.readPartUrlRequests(json).value(), what);
        read(() -> ContractJson.readRequest(json, IntakeCreate.class).value(), what);
        read(() -> ContractJson.readRequest(json, IntakeChange.class).value(), what);
    }

    private static void read(Supplier<Object> reader, String what) {
        try {
            assertThat(ContractJson.write(reader.get())).as(what).isNotEmpty();
        } catch (UnreadableJson e) {
            assertThat(e.getMessage()).as(what).doesNotContain(SECRET).endsWith(".");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metadata\":{\"a\":1e99999999999}}",
                "{\"metadata\":{\"a\":NaN}}",
                "{\"metadata\":{\"a\":01}}",
                "{\"metadata\":{\"a\":+1}}",
                "{\"metadata\":{\"a\":.5}}",
                "{\"size\":1e99999999999}",
                "{\"size\":-1e-99999999999}",
                "{'size':1}",
                "{\"size\":1,}",
                "{\"size\":1 /* one */}",
            })
    void what_is_no_json_or_no_number_is_refused(String json) {
        assertThatThrownBy(() -> ContractJson.readCompletion(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableJson.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"filename\":\"a\\u0000b\"}",
                "{\"metadata\":{\"a\":[\"\\u0000\"]}}",
                "{\"metadata\":{\"a\\u0000\":1}}",
                "{\"what\":\"\\u0000\"}",
                "[{\"partNumber\":1,\"etag\":\"\\u0000\"}]",
            })
    void the_character_that_no_database_text_holds_is_refused_where_it_stands(String json) {
        assertThatThrownBy(() -> ContractJson.readCompletion(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        UnreadableJson.class, e -> assertThat(e.field()).isNotEmpty())
                .hasMessageContaining("U+0000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59-01:00",
                "2030-01-01",
                "1"
            })
    void a_time_has_a_year_of_four_digits(String time) {
        var json = "{\"name\":\"n\",\"expiresAt\":\"%s\"}".formatted(time);
        assertThatThrownBy(() ->
                        ContractJson.readRequest(
                                json.getBytes(StandardCharsets.UTF_8), IntakeTokenCreate.class))
                .isInstanceOf(UnreadableJson.class)
                .hasMessage("`expiresAt` must be an ISO-8601 time.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1.5]", "[\"1\"]", "[[1]]", "[true]"})
    void what_is_neither_a_part_number_nor_an_object_is_told_both(String json) {
        assertThatThrownBy(() ->
                        ContractJson.readPartUrlRequests(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableJson.class)
                .hasMessage("`[0]` must be a part number or an object with one.");
    }

    @Test
    void a_number_of_a_thousand_digits_is_kept_and_a_longer_one_refused() {
        var kept = "{\"a\":" + "9".repeat(1000) + "}";
        assertThat(ContractJson.writeText(ContractJson.readObject(kept))).isEqualTo(kept);
        var longer = "{\"metadata\":{\"a\":" + "9".repeat(1001) + "}}";
        assertThatThrownBy(
                        () -> ContractJson.readCompletion(longer.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableJson.class)
                .hasMessageContaining("too long");
    }
}
