package dev.penstock.kddb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ContainerValuesTest {

    static Stream<Object> writable() {
        return Stream.of(
                true,
                "",
                "\uD83E\uDDFE",
                0,
                -1L,
                (byte) 1,
                (short) 2,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                Samples.LARGEST,
                BigInteger.valueOf(Long.MIN_VALUE),
                0.1,
                -0.0,
                1.5f,
                Double.MAX_VALUE,
                Double.MIN_VALUE,
                new BigDecimal("0.1"),
                new BigDecimal("1.0"),
                new BigDecimal("1E+300"),
                new BigDecimal("0.1000000000000000055511151231257827021181583404541015625"),
                Arrays.asList(null, 1),
                Collections.singletonMap("a", null));
    }

    @ParameterizedTest
    @MethodSource("writable")
    void json_values_can_be_written(Object value) {
        assertThat(ContainerValues.problem(Map.of("k", value))).isEmpty();
    }

    static Stream<Arguments> unwritable() {
        return Stream.of(
                Arguments.of(BigInteger.TWO.pow(64), "/k: is no integer between -2^63 and 2^64-1"),
                Arguments.of(
                        BigInteger.valueOf(Long.MIN_VALUE).subtract(BigInteger.ONE),
                        "/k: is no integer between -2^63 and 2^64-1"),
                Arguments.of(Double.NaN, "/k: is not a finite number"),
                Arguments.of(Double.NEGATIVE_INFINITY, "/k: is not a finite number"),
                Arguments.of(Float.POSITIVE_INFINITY, "/k: is not a finite number"),
                Arguments.of(new BigDecimal("1E+309"), "/k: is too large for a float64"),
                Arguments.of(new BigDecimal("1E+2000000000"), "/k: is too large for a float64"),
                Arguments.of(
                        new BigDecimal("1E-2000000000"),
                        "/k: has more digits than a float64 keeps"),
                Arguments.of(
                        new BigDecimal("0.12345678901234567890"),
                        "/k: has more digits than a float64 keeps"),
                Arguments.of("\uD800", "/k: has half of a surrogate pair, which is no text"),
                Arguments.of("a\uDC00b", "/k: has half of a surrogate pair, which is no text"),
                Arguments.of(
                        Map.of("\uD800", 1),
                        "/k/?: has half of a surrogate pair, which is no text"),
                Arguments.of(Map.of(1, 1), "/k: has a key that is no text"),
                Arguments.of(List.of(0, Map.of("x", Double.NaN)), "/k/1/x: is not a finite number"),
                Arguments.of(new byte[0], "/k: is of a type that JSON does not have"),
                Arguments.of(Optional.empty(), "/k: is of a type that JSON does not have"),
                Arguments.of(
                        "x".repeat(5 << 20), "/k: is beyond the 4 MiB that one value may have"),
                Arguments.of(
                        Collections.nCopies(100_000, 1),
                        "/k/99999: is one of more than 100,000 values"));
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void what_cannot_be_written_is_told_with_its_place(Object value, String problem) {
        assertThat(ContainerValues.problem(Map.of("k", value))).contains(problem);
        assertThatThrownBy(() -> Samples.with(Map.of("k", value), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("metadata: " + problem);
        assertThatThrownBy(() -> Samples.with(Map.of(), Map.of("k", value)))
                .hasMessage("externalData: " + problem);
    }

    @Test
    void there_are_64_levels() {
        assertThat(ContainerValues.problem(Samples.nested(64))).isEmpty();
        assertThat(ContainerValues.problem(Samples.nested(65)))
                .contains("/a/a/a/a/a/a/a/a/…: is nested deeper than 64 levels");
    }

    @Test
    void map_that_holds_itself_is_too_deep() {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put("self", map);
        assertThat(ContainerValues.problem(map)).get().asString().contains("64 levels");
    }

    @Test
    void long_keys_are_cut_in_what_is_told() {
        assertThat(ContainerValues.problem(Map.of("k\n".repeat(1000), Double.NaN)).orElseThrow())
                .hasSizeLessThan(100)
                .startsWith("/k?k?");
    }

    @Test
    void labels_features_and_source_are_held_to_the_same() {
        assertThatThrownBy(() ->
                        new Container(
                                Samples.ID,
                                Map.of(),
                                List.of("\uD800"),
                                Map.of(),
                                List.of(),
                                Samples.SOURCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("labels");
        assertThatThrownBy(() ->
                        new Container(
                                Samples.ID,
                                Map.of(),
                                List.of(),
                                Map.of(),
                                List.of(),
                                new ContainerSource(
                                        "\uDFFF.pdf",
                                        "a",
                                        "b",
                                        Optional.empty(),
                                        Samples.SOURCE.created(),
                                        "a/b",
                                        Samples.FAMILY,
                                        Samples.NATIVE,
                                        Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("source: /original_filename");
    }
}
