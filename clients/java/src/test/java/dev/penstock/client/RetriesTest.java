package dev.penstock.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private static final RetryPolicy POLICY =
            new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMinutes(1));

    private final Retries retries = new Retries(POLICY, ProgressListener.silent());

    @Test
    void what_somebody_asked_for_counts_against_the_patience_given() {
        var asked = Optional.of(Duration.ofMillis(50));

        assertThat(retries.pause("busy", asked)).isTrue();
        assertThat(retries.pause("silent", asked, Duration.ofMillis(60))).isFalse();
        assertThat(retries.pause("busy", asked)).isTrue();
        assertThat(retries.failures()).isEqualTo(3);
    }
}
