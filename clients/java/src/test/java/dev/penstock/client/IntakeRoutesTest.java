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
    void shorter_patience_gives_up_sooner_and_a_longer_one_changes_nothing() {
        try (var bench = new Bench(folder, Duration.ofMillis(200))) {
            bench.service.faults(FaultPlan.always(Fault.INTERNAL, "/"));
            var routes = bench.client.intake(Bench.INTAKE);

            assertThatThrownBy(() -> routes.withPatience(Duration.ZERO).info())
                    .isInstanceOf(ServiceRefusedException.class);
            assertThat(bench.service.calls()).hasSize(1);

            long start = System.nanoTime();
            assertThatThrownBy(() -> routes.withPatience(Duration.ofHours(1)).info())
                    .isInstanceOf(ServiceRefusedException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }
}
