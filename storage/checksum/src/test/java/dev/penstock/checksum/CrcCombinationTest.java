package dev.penstock.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CrcCombinationTest {
    private static final long SEED = 10_000;
    private static final long TIB = 1L << 40;

    static List<Crc> crcs() {
        return List.of(
                new Crc("CRC32", BitwiseCrc.CRC32, CrcCombination::combineCrc32),
                new Crc("CRC32C", BitwiseCrc.CRC32C, CrcCombination::combineCrc32c),
                new Crc("CRC64NVME", BitwiseCrc.CRC64NVME, CrcCombination::combineCrc64Nvme));
    }

    @ParameterizedTest
    @MethodSource("crcs")
    void parts_of_any_sizes_combine_to_the_whole(Crc crc) {
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(4_000)];
            random.nextBytes(bytes);
            long combined = crc.reference().of(bytes, 0, 0);
            for (int at = 0; at < bytes.length; ) {
                int length = 1 + random.nextInt(bytes.length - at);
                combined = crc.combine(combined, crc.reference().of(bytes, at, length), length);
                at += length;
            }
            assertThat(combined)
                    .as("seed %d, round %d, %s", SEED, i, crc)
                    .isEqualTo(crc.reference().of(bytes, 0, bytes.length));
        }
    }

    @ParameterizedTest
    @MethodSource("crcs")
    void an_empty_part_changes_nothing(Crc crc) {
        byte[] bytes = {1, 2, 3};
        long value = crc.reference().of(bytes, 0, 3);
        assertThat(crc.combine(value, 0, 0)).isEqualTo(value);
        assertThat(crc.combine(0, value, 3)).isEqualTo(value);
    }

    /// (a ‖ b) ‖ c = a ‖ (b ‖ c), whatever the lengths: at 48.8 TiB there is nothing to read and
    /// compare with.
    @ParameterizedTest
    @MethodSource("crcs")
    void the_order_of_joining_does_not_matter_up_to_the_largest_object(Crc crc) {
        Random random = new Random(SEED);
        long mask = -1L >>> (64 - crc.reference().width());
        for (int i = 0; i < 500; i++) {
            long a = random.nextLong() & mask;
            long b = random.nextLong() & mask;
            long c = random.nextLong() & mask;
            long lengthOfB = random.nextLong(24 * TIB);
            long lengthOfC = random.nextLong(24 * TIB);
            assertThat(crc.combine(crc.combine(a, b, lengthOfB), c, lengthOfC))
                    .as("seed %d, round %d, %s", SEED, i, crc)
                    .isEqualTo(crc.combine(a, crc.combine(b, c, lengthOfC), lengthOfB + lengthOfC));
        }
    }

    @ParameterizedTest
    @MethodSource("crcs")
    void doubling_reaches_lengths_that_no_one_can_read(Crc crc) {
        long zeros = crc.reference().of(new byte[1], 0, 1);
        long length = 1;
        while (length < 32 * TIB) {
            zeros = crc.combine(zeros, zeros, length);
            length *= 2;
            if (length == 1 << 16) {
                assertThat(zeros).isEqualTo(crc.reference().of(new byte[1 << 16], 0, 1 << 16));
            }
        }
        long byMillions = crc.combine(zeros, crc.reference().of(new byte[1], 0, 1), 1);
        long oneFirst = crc.combine(crc.reference().of(new byte[1], 0, 1), zeros, length);
        assertThat(byMillions).isEqualTo(oneFirst);
    }

    @ParameterizedTest
    @MethodSource("crcs")
    void a_negative_length_is_refused(Crc crc) {
        assertThatThrownBy(() -> crc.combine(1, 2, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    interface Combination {
        long combine(long a, long b, long lengthOfB);
    }

    record Crc(String name, BitwiseCrc reference, Combination combination) {
        long combine(long a, long b, long lengthOfB) {
            return combination.combine(a, b, lengthOfB);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
