package dev.penstock.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextRangeTest {
    private static final String HIGHEST = Character.toString(Character.MAX_CODE_POINT);

    @Test
    void the_end_is_the_next_text_of_the_same_length() {
        assertThat(TextRange.startingWith("a/b").below()).contains("a/c");
        assertThat(TextRange.startingWith("%").below()).contains("&");
    }

    @Test
    void surrogates_are_stepped_over() {
        assertThat(TextRange.startingWith("\uD7FF").below()).contains("\uE000");
        assertThat(TextRange.startingWith("\uFFFF").below()).contains("\uD800\uDC00");
    }

    @Test
    void after_the_highest_character_the_one_before_it_counts() {
        assertThat(TextRange.startingWith("a" + HIGHEST + HIGHEST).below()).contains("b");
        assertThat(TextRange.startingWith(HIGHEST).below()).isEmpty();
        assertThat(TextRange.startingWith("").below()).isEmpty();
    }

    @Test
    void a_text_is_in_the_range_just_when_it_begins_with_the_prefix() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String prefix = text(random, 2);
            String text = text(random, 4);
            assertThat(contains(TextRange.startingWith(prefix), text))
                    .as("seed %d: '%s' begins with '%s'", seed, text, prefix)
                    .isEqualTo(text.startsWith(prefix));
        }
    }

    private static String text(Random random, int most) {
        int[] alphabet = {'%', '&', 'a', 'b', 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF};
        int[] chosen =
                random.ints(random.nextInt(most + 1), 0, alphabet.length)
                        .map(i -> alphabet[i])
                        .toArray();
        return new String(chosen, 0, chosen.length);
    }

    private static boolean contains(TextRange range, String text) {
        Optional<String> below = range.below();
        return compare(range.from(), text) <= 0
                && (below.isEmpty() || compare(text, below.get()) < 0);
    }

    /// As the databases compare.
    private static int compare(String a, String b) {
        return Arrays.compareUnsigned(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
