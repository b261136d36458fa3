package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "8388608, 8388608",
        "8MiB, 8388608",
        "8 mib, 8388608",
        "8M, 8388608",
        "8mb, 8388608",
        "1k, 1024",
        "5GiB, 5368709120",
        "48TiB, 52776558133248",
        "17b, 17"
    })
    void sizes_are_read_as_people_write_them(String text, long bytes) {
        assertThat(Sizes.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MiB", "-1", "1.5GiB", "8 apples", "1PiB", "999999999999999T"})
    void what_is_no_size_is_wrong_usage(String text) {
        assertThatThrownBy(() -> Sizes.parse(text)).isInstanceOf(UsageException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1023, 1023 bytes",
        "1536, 1.5 KiB",
        "1073741824, 1.0 GiB",
        "5629499534213120, 5120.0 TiB"
    })
    void sizes_are_written_in_powers_of_two(long bytes, String text) {
        assertThat(Sizes.text(bytes)).isEqualTo(text);
    }
}
