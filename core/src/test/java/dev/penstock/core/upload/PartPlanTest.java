package dev.penstock.core.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.Seed;
import dev.penstock.core.intake.IntakeLimits;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartPlanTest {
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;
    private static final long LARGEST = IntakeLimits.LARGEST_FILE.value();
    private static final int CASES = 3000;

    private final Seed seed = Seed.fresh();

    @Test
    void known_length_gives_the_smallest_comfortable_multiple_of_one_mebibyte() {
        forLengths(length -> {
            long size = PartPlan.forLength(new ByteCount(length)).partSize().value();
            assertThat(size % MIB).as(of(length)).isZero();
            assertThat(size).as(of(length)).isBetween(least(length), 5 * GIB);
            if (size > least(length)) {
                assertThat(Math.ceilDiv(length, size - MIB))
                        .as("a smaller part would not do; " + of(length))
                        .isGreaterThan(9_500);
            }
        });
    }

    @Test
    void known_length_stays_below_9500_parts_and_above_that_in_10000_of_five_gibibytes() {
        forLengths(length -> {
            PartPlan plan = PartPlan.forLength(new ByteCount(length));
            long count = plan.partCount(new ByteCount(length));
            assertThat(count)
                    .as(of(length))
                    .isBetween(1L, length > 9_500 * 5 * GIB ? 10_000L : 9_500L);
            if (count > 9_500) {
                assertThat(plan.partSize()).as(of(length)).isEqualTo(PartPlan.MAX_PART);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1, 8388608, 1",
        "8388608, 8388608, 1",
        "8388609, 8388608, 2",
        "10737418240, 8388608, 1280", // 10 GiB
        "10737418241, 16777216, 641",
        "107374182400, 16777216, 6400", // 100 GiB
        "107374182401, 67108864, 1601",
        "637534208000, 67108864, 9500", // 9,500 × 64 MiB
        "637534208001, 68157440, 9354",
        "5497558138880, 578813952, 9498", // 5 TiB
        "51002736640000, 5368709120, 9500", // 9,500 × 5 GiB
        "51002736640001, 5368709120, 9501",
        "53687091200000, 5368709120, 10000", // 48.8 TiB
    })
    void thresholds_of_a_known_length(long length, long partSize, long count) {
        PartPlan plan = PartPlan.forLength(new ByteCount(length));

        assertThat(plan).isEqualTo(new PartPlan.Equal(new ByteCount(partSize)));
        assertThat(plan.partCount(new ByteCount(length))).isEqualTo(count);
    }

    @Test
    void parts_of_a_plan_add_up_to_the_length() {
        Random random = seed.random();
        for (int i = 0; i < 300; i++) {
            long length = anyLength(random);
            requireSum(PartPlan.forLength(new ByteCount(length)), length);
            requireSum(PartPlan.growing(), Math.min(length, capacity(PartPlan.growing())));
            requireSum(
                    PartPlan.equalForUnknownLength(),
                    Math.min(length, capacity(PartPlan.equalForUnknownLength())));
        }
    }

    private void requireSum(PartPlan plan, long length) {
        var file = new ByteCount(length);
        long count = plan.partCount(file);
        long sum = 0;
        for (int n = 1; n <= count; n++) {
            long size = plan.sizeOf(PartNumber.of(n), file).orElseThrow().value();
            long full = plan.sizeOf(PartNumber.of(n)).value();
            assertThat(size).as(of(length)).isBetween(1L, full);
            assertThat(n == count || size == full).as(of(length)).isTrue();
            sum += size;
        }
        assertThat(sum).as(plan + " " + of(length)).isEqualTo(length);
        for (long n = count + 1; n <= Math.min(count + 3, PartNumber.MAX); n++) {
            assertThat(plan.sizeOf(PartNumber.of((int) n), file)).as(of(length)).isEmpty();
        }
    }

    @Test
    void unknown_length_doubles_five_mebibytes_every_thousand_parts() {
        PartPlan plan = PartPlan.growing();

        for (int n = 1; n <= PartNumber.MAX; n++) {
            assertThat(plan.sizeOf(PartNumber.of(n)).value())
                    .isEqualTo(5 * MIB * (1L << ((n - 1) / 1000)))
                    .isLessThanOrEqualTo(5 * GIB);
        }
        assertThat(capacity(plan)).isEqualTo(5_115_000 * MIB);
        assertThat(capacity(plan) / (double) (1L << 40)).isBetween(4.87, 4.88);
    }

    @Test
    void growing_parts_never_exceed_five_gibibytes() {
        PartPlan plan = new PartPlan.Growing(ByteCount.mebibytes(64));

        assertThat(plan.sizeOf(PartNumber.of(10_000))).isEqualTo(PartPlan.MAX_PART);
        assertThat(plan.sizeOf(PartNumber.of(6_000))).isEqualTo(ByteCount.mebibytes(64 * 32));
    }

    @Test
    void unknown_length_in_equal_parts_holds_625_gibibytes() {
        assertThat(capacity(PartPlan.equalForUnknownLength())).isEqualTo(625 * GIB);
    }

    @Test
    void file_that_a_plan_cannot_hold_needs_more_than_10000_parts() {
        for (PartPlan plan : List.of(PartPlan.growing(), PartPlan.equalForUnknownLength())) {
            assertThat(plan.partCount(new ByteCount(capacity(plan)))).isEqualTo(10_000);
            assertThat(plan.partCount(new ByteCount(capacity(plan) + 1))).isEqualTo(10_001);
            assertThat(plan.missing(new ByteCount(capacity(plan) + 1), List.of())).hasSize(10_000);
        }
    }

    @Test
    void missing_are_the_numbers_of_the_plan_that_are_not_there() {
        Random random = seed.random();
        for (int i = 0; i < 300; i++) {
            var length = new ByteCount(anyLength(random));
            PartPlan plan = PartPlan.forLength(length);
            var present = new ArrayList<PartNumber>();
            var missing = new ArrayList<PartNumber>();
            for (int n = 1; n <= plan.partCount(length); n++) {
                (random.nextBoolean() ? present : missing).add(PartNumber.of(n));
            }
            assertThat(plan.missing(length, present)).as(of(length.value())).isEqualTo(missing);
        }
    }

    @Test
    void numbers_beyond_the_plan_hide_nothing_that_is_missing() {
        assertThat(
                        PartPlan.forLength(ByteCount.mebibytes(24))
                                .missing(ByteCount.mebibytes(24), Parts.numbers(2, 4, 9_999)))
                .isEqualTo(Parts.numbers(1, 3));
    }

    @Test
    void single_upload_is_one_part() {
        var length = ByteCount.gibibytes(5);

        assertThat(PartPlan.onePart(length).partCount(length)).isEqualTo(1);
        assertThat(PartPlan.onePart(length).sizeOf(PartNumber.of(1), length)).contains(length);
    }

    @Test
    void own_part_size_is_taken_from_five_mebibytes_to_five_gibibytes() {
        for (long size : new long[] {5 * MIB, 5 * MIB + 1, 7_000_000, 5 * GIB}) {
            assertThat(PartPlan.ofPartSize(new ByteCount(size), Optional.empty()))
                    .isEqualTo(new PartPlan.Equal(new ByteCount(size)));
        }
        for (long size : new long[] {0, 1, 5 * MIB - 1, 5 * GIB + 1, Long.MAX_VALUE}) {
            Problem problem = refused(size, Optional.empty());
            assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_PARAMETER);
            assertThat(problem.detail()).contains("5242880").contains("5368709120");
        }
    }

    @Test
    void smallest_own_part_size_that_fits_is_named_and_taken_and_one_byte_less_is_not() {
        forLengths(length -> {
            Optional<ByteCount> file = Optional.of(new ByteCount(length));
            long smallest = Math.max(5 * MIB, Math.ceilDiv(length, 10_000L));

            PartPlan plan = PartPlan.ofPartSize(new ByteCount(smallest), file);
            assertThat(plan.partCount(file.get())).as(of(length)).isLessThanOrEqualTo(10_000);
            assertThat(refused(smallest - 1, file).detail())
                    .as(of(length))
                    .contains("send " + smallest + " to");
        });
    }

    @Test
    void no_part_size_fits_a_file_of_more_than_48_tebibytes() {
        Problem problem = refused(5 * GIB, Optional.of(new ByteCount(LARGEST + 1)));

        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_PARAMETER);
        assertThat(problem.detail()).contains("48.8 TiB");
    }

    private static Problem refused(long partSize, Optional<ByteCount> length) {
        return Refusal.of(() -> PartPlan.ofPartSize(new ByteCount(partSize), length));
    }

    /// From 1 byte to 48.8 TiB: the edges, and as many small as large ones.
    private void forLengths(LongConsumer check) {
        LongStream.of(
                        8 * MIB,
                        10 * GIB,
                        100 * GIB,
                        9_500 * 8 * MIB,
                        9_500 * 16 * MIB,
                        9_500 * 64 * MIB,
                        9_500 * 65 * MIB,
                        9_500 * 5 * GIB,
                        LARGEST - 1)
                .flatMap(edge -> LongStream.of(edge - 1, edge, edge + 1))
                .forEach(check);
        check.accept(1);
        Random random = seed.random();
        for (int i = 0; i < CASES; i++) {
            check.accept(anyLength(random));
        }
    }

    private static long anyLength(Random random) {
        return (long) Math.ceil(Math.exp(random.nextDouble() * Math.log((double) LARGEST)));
    }

    private static long least(long length) {
        return (length > 100 * GIB ? 64 : length > 10 * GIB ? 16 : 8) * MIB;
    }

    private static long capacity(PartPlan plan) {
        return LongStream.rangeClosed(1, PartNumber.MAX)
                .map(n -> plan.sizeOf(PartNumber.of((int) n)).value())
                .sum();
    }

    private String of(long length) {
        return "length %d, %s".formatted(length, seed);
    }
}
