package dev.penstock.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.Seed;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeFileNameTest {
    @ParameterizedTest
    @CsvSource({
        "scan.pdf, scan.pdf",
        "a/b/Scan_1-2.PDF, Scan_1-2.PDF",
        "a/my scan (1).pdf, my_scan__1_.pdf",
        "año.pdf, a_o.pdf",
        "文書.pdf, __.pdf",
        "🙂.pdf, _.pdf",
        "x?y&z=%2F+.bin, x_y_z__2F_.bin",
        "a\\b, a_b",
        "..., ...",
    })
    void last_segment_keeps_letters_digits_dots_underscores_and_hyphens(
            String path, String expected) {
        assertThat(SafeFileName.of(new DocumentPath(path))).hasToString(expected);
    }

    @Test
    void long_name_is_cut_to_100_bytes_and_keeps_its_extension() {
        assertThat(safe("a".repeat(100))).isEqualTo("a".repeat(100));
        assertThat(safe("a".repeat(97) + ".pdf")).isEqualTo("a".repeat(96) + ".pdf");
        assertThat(safe("é".repeat(300) + ".tar")).isEqualTo("_".repeat(96) + ".tar");
        assertThat(safe("a." + "b".repeat(200))).isEqualTo("a." + "b".repeat(98));
        assertThat(safe("a".repeat(200) + ".")).isEqualTo("a".repeat(99) + ".");
    }

    @Test
    void any_path_gives_a_safe_name() {
        Seed seed = Seed.fresh();
        Random random = seed.random();
        for (int i = 0; i < 2000; i++) {
            String segment = "x" + anyText(random).replace('/', '-');
            assertThat(safe(segment)).as("%s, %s", seed, segment).matches("[A-Za-z0-9._-]{1,100}");
        }
    }

    private static String anyText(Random random) {
        return random.ints(random.nextInt(240), 0x20, 0x2fff)
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a b", "é", "a\n"})
    void unsafe_name_is_refused(String value) {
        assertThatThrownBy(() -> new SafeFileName(value))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String safe(String path) {
        return SafeFileName.of(new DocumentPath(path)).value();
    }
}
