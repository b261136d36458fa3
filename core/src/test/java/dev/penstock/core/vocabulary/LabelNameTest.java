package dev.penstock.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelNameTest {

    @ParameterizedTest
    @CsvSource({
        "urgent, URGENT",
        "'  To  Check\t', TO  CHECK",
        "straße, STRASSE",
        "iı, II",
        "é😀, É😀"
    })
    void is_upper_case_in_no_particular_language(String text, String name) {
        assertThat(new LabelName(text)).hasToString(name);
    }

    @Test
    void has_up_to_a_hundred_characters_as_they_are_when_upper_case() {
        assertThat(new LabelName("😀".repeat(100)).value()).hasSize(200);
        assertThatThrownBy(() -> new LabelName("a".repeat(101))).hasMessageContaining("1 to 100");
        assertThatThrownBy(() -> new LabelName("ß".repeat(51))).hasMessageContaining("1 to 100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \t\n", "a,b", ",", "a\nb", "a\u0000", "a\u0085b", "\ud83d", "a\ude00"})
    void is_refused_otherwise_in_a_sentence(String text) {
        assertThatThrownBy(() -> new LabelName(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A label has ")
                .hasMessageEndingWith(".");
    }

    @Test
    void is_there_once_in_a_list_where_it_came_first() {
        assertThat(LabelName.list(" b, a,B ,, ,c,"))
                .extracting(LabelName::value)
                .containsExactly("B", "A", "C");
        assertThat(LabelName.list("")).isEmpty();
        assertThat(LabelName.list(" ,, ")).isEmpty();
    }

    @Test
    void a_list_with_one_that_is_none_is_refused() {
        assertThatThrownBy(() -> LabelName.list("a,b\u0001"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
