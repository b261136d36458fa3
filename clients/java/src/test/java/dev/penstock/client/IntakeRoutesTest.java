package dev.penstock.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.client.fake.Fault;
import dev.penstock.client.fake.FaultPlan;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeRoutesTest {
    @TempDir Path folder;

    @Test
    void call_is_repeated_until_the_service_answers() {
        try (var bench = new Bench(folder)) {
            bench.service.faults(
                    FaultPlan.first(Fault.INTERNAL, Fault.SLOW_DOWN, Fault.DROP_AT_ONCE));

            assertThat(bench.client.intake(Bench.INTAKE).info().name()).isEqualTo("Large files");
            assertThat(bench.service.calls()).hasSize(4);
        }
    }

    @Test
    void shorter_silence_gives_up_sooner_and_a_longer_one_changes_nothing() {
        try (var bench = new Bench(folder, Duration.ofMillis(200))) {
            bench.service.faults(FaultPlan.always(Fault.DROP_AT_ONCE, "/"));
            var routes = bench.client.intake(Bench.INTAKE, bench.events::add);

            assertThatThrownBy(() -> routes.withSilence(Duration.ZERO).info())
                    .isInstanceOf(NoAnswerException.class);
            assertThat(bench.events).isEmpty();

            long start = System.nanoTime();
            assertThatThrownBy(() -> routes.withSilence(Duration.ofHours(1)).info())
                    .isInstanceOf(NoAnswerException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void service_that_says_it_cannot_now_is_not_silent() {
        try (var bench = new Bench(folder)) {
            bench.service.faults(FaultPlan.first(Fault.SLOW_DOWN, Fault.INTERNAL));
            var routes = bench.client.intake(Bench.INTAKE, bench.events::add);

            assertThat(routes.withSilence(Duration.ZERO).info().name()).isEqualTo("Large files");
            assertThat(bench.events).hasSize(2);
        }
    }
}
