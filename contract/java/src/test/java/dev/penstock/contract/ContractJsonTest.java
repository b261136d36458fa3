package dev.penstock.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ContractJsonTest {

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static UnreadableJson refusalOf(String text, Class<?> type) {
        return catchThrowableOfType(
                UnreadableJson.class, () -> ContractJson.readRequest(json(text), type));
    }

    @Test
    void absent_members_are_left_out_when_written() {
        assertThat(ContractJson.writeText(PartUrlRequest.ofSize(3, 5)))
                .isEqualTo("{\"partNumber\":3,\"size\":5}");
        assertThat(ContractJson.writeText(CompletionBody.empty())).isEqualTo("{}");
    }

    @Test
    void what_is_left_out_or_null_is_absent_when_read() {
        var body = ContractJson.readCompletion(json("{\"size\":null}"));
        assertThat(body.value()).isEqualTo(CompletionBody.empty());
        assertThat(body.has("size")).isTrue();
        assertThat(ContractJson.readCompletion(new byte[0]).value())
                .isEqualTo(CompletionBody.empty());
    }

    @Test
    void a_completion_list_is_read_as_a_bare_array_and_in_the_spelling_of_s3() {
        var body =
                ContractJson.readCompletion(
                        json(
                                "[{\"PartNumber\":1,\"ETag\":\"a\"},{\"partNumber\":2,\"eTag\":\"b\"}"
                                        + ",{\"partNumber\":3,\"etag\":\"c\"}]"));
        assertThat(body.value().parts().orElseThrow())
                .extracting(CompletedPart::partNumber)
                .containsExactly(1, 2, 3);
        assertThat(body.value().parts().orElseThrow())
                .extracting(part -> part.etag().orElseThrow())
                .containsExactly("a", "b", "c");
        assertThat(body.unknownFields()).isEmpty();
    }

    @Test
    void part_urls_are_asked_for_by_numbers_or_objects() {
        var items =
                ContractJson.readPartUrlRequests(
                                json("[1,{\"partNumber\":2,\"size\":9,\"checksum\":\"x\"}]"))
                        .value();
        assertThat(items.getFirst()).isEqualTo(PartUrlRequest.ofNumber(1));
        assertThat(items.get(1).size()).hasValue(9);
        assertThat(items.get(1).checksum()).hasValue("x");
    }

    @Test
    void unknown_names_are_reported_where_they_are() {
        var body =
                ContractJson.readCompletion(
                        json("{\"colour\":{\"a\":[1]},\"parts\":[{\"partNumber\":1,\"x\":2}]}"));
        assertThat(body.unknownFields()).containsExactly("colour", "parts[0].x");
        assertThat(body.members()).containsExactly("colour", "parts");
    }

    @Test
    void metadata_comes_back_as_it_went_in() {
        var text =
                "{\"n\":null,\"big\":123456789012345678901234567890,\"d\":1.10,\"e\":1E+400,\"t\":\"ü😀\"}";
        assertThat(ContractJson.writeText(ContractJson.readObject(text))).isEqualTo(text);
    }

    @Test
    void wrong_types_are_refused_with_their_place() {
        var org = OrganizationCreate.class;
        assertThat(refusalOf("{\"slug\":1,\"name\":\"x\"}", org))
                .hasMessage("`slug` must be a string.");
        assertThat(refusalOf("{\"slug\":\"abc\"}", org)).hasMessage("`name` is required.");
        assertThat(refusalOf("{\"slug\":null,\"name\":\"x\"}", org))
                .hasMessage("`slug` is required.");
        assertThat(refusalOf("[]", org)).hasMessage("The body must be an object.");
        assertThat(refusalOf("null", org)).hasMessage("The body must not be null.");
        assertThat(refusalOf("{\"size\":\"5\"}", CompletionBody.class))
                .hasMessage("`size` must be a whole number.");
        assertThat(refusalOf("{\"size\":5.0}", CompletionBody.class))
                .hasMessage("`size` must be a whole number.");
        assertThat(refusalOf("{\"size\":1e3}", CompletionBody.class))
                .hasMessage("`size` must be a whole number.");
        assertThat(refusalOf("{\"size\":99999999999999999999}", CompletionBody.class))
                .hasMessageStartingWith("`size` must be a whole number");
        assertThat(refusalOf("{\"parts\":[{\"partNumber\":\"1\"}]}", CompletionBody.class))
                .hasMessage("`parts[0].partNumber` must be a whole number.");
        assertThat(refusalOf("{\"parts\":[{\"etag\":\"1\"}]}", CompletionBody.class))
                .hasMessage("`parts[0].partNumber` is required.");
        assertThat(refusalOf("{\"parts\":{}}", CompletionBody.class))
                .hasMessage("`parts` must be an array.");
        assertThat(refusalOf("{\"metadata\":[]}", CompletionBody.class))
                .hasMessage("`metadata` must be an object.");
        assertThat(refusalOf("{\"filename\":true}", CompletionBody.class))
                .hasMessage("`filename` must be a string.");
        assertThat(refusalOf("{\"active\":1}", IntakeChange.class))
                .hasMessage("`active` must be true or false.");
        assertThat(refusalOf("{\"active\":\"true\"}", IntakeChange.class))
                .hasMessage("`active` must be true or false.");
        assertThat(refusalOf("{\"store\":{\"id\":\"1-1-1-1-1\"}}", IntakeChange.class))
                .hasMessage("`store.id` must be a UUID.");
        assertThat(refusalOf("{\"uploadTtl\":5}", IntakeChange.class))
                .hasMessage("`uploadTtl` must be an ISO-8601 duration.");
        assertThat(refusalOf("{\"name\":\"a\",\"expiresAt\":1700000000}", IntakeTokenCreate.class))
                .hasMessage("`expiresAt` must be an ISO-8601 time.");
    }

    @Test
    void an_empty_text_is_neither_a_number_nor_an_object_nor_absent() {
        for (var member : List.of("size", "parts", "metadata", "checksum")) {
            assertThat(refusalOf("{\"" + member + "\":\"\"}", CompletionBody.class).field())
                    .isEqualTo(member);
        }
        assertThat(refusalOf("{\"active\":\"\"}", IntakeChange.class).field()).isEqualTo("active");
    }

    @Test
    void a_list_holds_no_null() {
        assertThat(refusalOf("{\"parts\":[null]}", CompletionBody.class))
                .hasMessage("`parts[0]` must not be null.");
        var numbers =
                catchThrowableOfType(
                        UnreadableJson.class,
                        () -> ContractJson.readPartUrlRequests(json("[1,null]")));
        assertThat(numbers).hasMessage("`[1]` must not be null.");
        for (var item : List.of("\"1\"", "1.0", "true", "[1]", "{}", "99999999999")) {
            var refused =
                    catchThrowableOfType(
                            UnreadableJson.class,
                            () -> ContractJson.readPartUrlRequests(json("[7," + item + "]")));
            assertThat(refused).as(item).isNotNull();
            assertThat(refused.field()).as(item).startsWith("[1]");
        }
    }

    @Test
    void secrets_are_in_no_text_of_a_record() {
        var now = Instant.EPOCH;
        var secret = "X-Amz-Signature=abc";
        assertThat(new PartUrl(1, secret, now, Map.of()).toString()).doesNotContain(secret);
        assertThat(new ContentUrl(secret, now, "n", 1, "t").toString()).doesNotContain(secret);
    }

    @Test
    void what_is_not_json_is_refused() {
        var org = OrganizationCreate.class;
        assertThat(refusalOf("", org).pointer()).isEmpty();
        assertThat(refusalOf("{\"slug\":", org)).hasMessageStartingWith("The body is not JSON");
        assertThat(refusalOf("{} {}", org)).isNotNull();
        assertThat(refusalOf("{\"slug\":\"a\",\"slug\":\"b\",\"name\":\"c\"}", org))
                .hasMessageContaining("twice");
        assertThat(refusalOf("{\"slug\":\"\\ud800\",\"name\":\"c\"}", org))
                .hasMessage("`slug` must be Unicode text, not half a surrogate pair.");
    }

    @Test
    void a_field_nests_at_most_64_levels() {
        assertThat(ContractJson.readCompletion(json(nested(64))).value().metadata()).isPresent();
        assertThat(refusalOf(nested(65), CompletionBody.class))
                .hasMessage("The body nests deeper than 64 levels.");
    }

    private static String nested(int levels) {
        return "{\"metadata\":"
                + "{\"a\":".repeat(levels - 1)
                + "{}"
                + "}".repeat(levels - 1)
                + "}";
    }

    @Test
    void a_page_is_read_with_its_items() {
        var page =
                ContractJson.readPage(
                        json("{\"content\":[{\"code\":\"a\",\"detail\":\"b\",\"new\":1}]}"),
                        WarningJson.class);
        assertThat(page.content()).containsExactly(new WarningJson("a", "b"));
        assertThat(page.nextCursor()).isEmpty();
    }

    @Test
    void a_problem_keeps_the_fields_of_its_case() {
        var text =
                "{\"type\":\"t\",\"title\":\"T\",\"status\":409,\"code\":\"upload-incomplete\","
                        + "\"missingCount\":1,\"missingParts\":[2]}";
        var problem = ContractJson.read(json(text), ProblemJson.class);
        assertThat(problem.extensions())
                .isEqualTo(Map.of("missingParts", List.of(2), "missingCount", 1));
        assertThat(ContractJson.readObject(ContractJson.writeText(problem)))
                .isEqualTo(ContractJson.readObject(text));
    }
}
