package dev.penstock.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private static final RetryPolicy POLICY =
            new RetryPolicy(Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofMinutes(1));
    private static final long SEED = 42;

    private final Random random = new Random(SEED);

    private Duration delay(int failures) {
        return POLICY.delay(failures, Optional.empty(), random);
    }

    @Test
    void waits_double_up_to_the_longest() {
        for (int i = 0; i < 200; i++) {
            assertThat(delay(1)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
            assertThat(delay(3)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
            assertThat(delay(6)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
            assertThat(delay(1000)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        }
    }

    @Test
    void half_of_a_wait_is_random() {
        var seen = IntStream.range(0, 100).mapToObj(_ -> delay(4).toMillis()).distinct();

        assertThat(seen.count()).as("seed %d", SEED).isGreaterThan(50);
    }

    @Test
    void retry_after_is_waited_for_in_full_and_a_shorter_one_does_not_hurry() {
        var longer = Optional.of(Duration.ofMinutes(5));
        var shorter = Optional.of(Duration.ofMillis(1));

        assertThat(POLICY.delay(1, longer, random)).isEqualTo(Duration.ofMinutes(5));
        assertThat(POLICY.delay(1, shorter, random)).isGreaterThan(Duration.ofMillis(49));
    }

    @Test
    void policy_that_makes_no_sense_is_refused() {
        var second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new RetryPolicy(Duration.ZERO, second, second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetryPolicy(second, Duration.ofMillis(1), second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> POLICY.withPatience(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
