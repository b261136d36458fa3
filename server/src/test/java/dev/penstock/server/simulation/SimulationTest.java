package dev.penstock.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Uploads end once and stay so, whatever nodes and storage do. One seed again: `mvn -pl server
/// -Dtest=SimulationTest -Dsimulation.seed=N test`; more of them: `bench/simulation`.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class SimulationTest {
    private static final int SEEDS = 500;

    @Test
    void every_invariant_holds_after_every_step_of_every_seed() {
        Long one = Long.getLong("simulation.seed");
        SimulationRun.Summary summary =
                one == null ? SimulationRun.of(1, SEEDS) : SimulationRun.of(one, 1);

        assertThat(summary.steps()).isPositive();
        summary.failed().ifPresent(SimulationTest::tell);
    }

    @Test
    void a_seed_gives_the_same_steps_again() {
        try (SimulationDatabase database = SimulationDatabase.open()) {
            String first = Simulation.run(7, database).trace().toString();
            String second = Simulation.run(7, database).trace().toString();

            assertThat(first.lines().count()).isGreaterThan(20);
            assertThat(second).isEqualTo(first);
        }
    }

    private static void tell(Simulation.Outcome failed) {
        System.out.println(failed.trace());
        fail(
                "seed %d failed; its steps are above. Again: -Dtest=SimulationTest -Dsimulation.seed=%d",
                failed.seed(), failed.seed(), failed.violation().orElseThrow());
    }
}
