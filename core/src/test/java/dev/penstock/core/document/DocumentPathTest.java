package dev.penstock.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", "scan.pdf", "a/b/c.tar.gz", ".hidden", "...", "a/..b/c..", " ", "a b/ c ",
                "año/文書/🙂.pdf", "a\\b", "C:\\x", "%2F", "a?b#c&d=e+f", "~", "\u2028", "\u00a0"
            })
    void path_comes_back_as_it_was_sent(String value) {
        assertThat(new DocumentPath(value).value()).isEqualTo(value);
        assertThat(new DocumentPath(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/a", "a/", "a//b", "//", "a/b//"})
    void empty_segments_and_slashes_at_the_ends_are_refused(String value) {
        assertThatThrownBy(() -> new DocumentPath(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a path has");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "./a", "../a", "a/.", "a/..", "a/./b", "a/../b"})
    void dot_segments_are_refused(String value) {
        assertThatThrownBy(() -> new DocumentPath(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a path has no . or .. segments");
    }

    static String[] controls() {
        return "\0 \t \n \r \u001b \u001f \u007f \u0080 \u0085 \u009f".split(" ");
    }

    @ParameterizedTest
    @MethodSource("controls")
    void control_characters_are_refused(String control) {
        assertThatThrownBy(() -> new DocumentPath("a" + control + "b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a path has no control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "a\ude42b", "\ude42\ud83d"})
    void half_characters_are_refused(String value) {
        assertThatThrownBy(() -> new DocumentPath(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a path is valid Unicode");
    }

    @Test
    void length_is_counted_in_bytes_of_utf_8() {
        assertThat(new DocumentPath("a".repeat(1024)).value()).hasSize(1024);
        assertThat(new DocumentPath("🙂".repeat(256)).value()).hasSize(512);
        for (String value : new String[] {"a".repeat(1025), "🙂".repeat(256) + "a"}) {
            assertThatThrownBy(() -> new DocumentPath(value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1025");
        }
    }

    @Test
    void file_name_is_the_last_segment() {
        assertThat(new DocumentPath("a/b/scan.pdf").fileName()).isEqualTo("scan.pdf");
        assertThat(new DocumentPath("scan.pdf").fileName()).isEqualTo("scan.pdf");
    }
}
