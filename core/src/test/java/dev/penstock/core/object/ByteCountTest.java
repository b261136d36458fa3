package dev.penstock.core.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ByteCountTest {
    @Test
    void units_are_powers_of_two() {
        assertThat(ByteCount.bytes(5).value()).isEqualTo(5);
        assertThat(ByteCount.mebibytes(5).value()).isEqualTo(5_242_880);
        assertThat(ByteCount.gibibytes(5).value()).isEqualTo(5_368_709_120L);
        assertThat(ByteCount.tebibytes(5).value()).isEqualTo(5_497_558_138_880L);
    }

    @Test
    void negative_and_overflowing_sizes_are_refused() {
        assertThatThrownBy(() -> ByteCount.bytes(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> ByteCount.tebibytes(1L << 40))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new ByteCount(Long.MAX_VALUE).plus(ByteCount.bytes(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void division_rounds_up() {
        assertThat(ByteCount.bytes(10).dividedInto(ByteCount.bytes(5))).isEqualTo(2);
        assertThat(ByteCount.bytes(11).dividedInto(ByteCount.bytes(5))).isEqualTo(3);
        assertThat(ByteCount.ZERO.dividedInto(ByteCount.bytes(5))).isZero();
    }

    @Test
    void sizes_are_ordered() {
        assertThat(ByteCount.bytes(2).isMoreThan(ByteCount.bytes(1))).isTrue();
        assertThat(ByteCount.bytes(2).isMoreThan(ByteCount.bytes(2))).isFalse();
        assertThat(ByteCount.bytes(1)).isLessThan(ByteCount.bytes(2));
        assertThat(ByteCount.bytes(1)).hasToString("1 bytes");
    }
}
