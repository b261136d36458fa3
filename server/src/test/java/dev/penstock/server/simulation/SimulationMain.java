package dev.penstock.server.simulation;

import java.time.Duration;

/// `bench/simulation`: runs seeds and says what came of them. Exit status 1 when one failed.
final class SimulationMain {
    private SimulationMain() {}

    /// @param arguments the first seed and how many
    public static void main(String[] arguments) {
        long from = Long.parseLong(arguments[0]);
        long count = Long.parseLong(arguments[1]);
        long begin = System.nanoTime();
        SimulationRun.Summary summary = SimulationRun.of(from, count);
        double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
        summary.failed().ifPresent(SimulationMain::tell);
        System.out.printf(
                "%s: seeds %d to %d, %,d steps, %.1f s%n",
                summary.failed().isEmpty() ? "all held" : "FAILED",
                from,
                from + count - 1,
                summary.steps(),
                seconds);
        System.exit(summary.failed().isEmpty() ? 0 : 1);
    }

    private static void tell(Simulation.Outcome failed) {
        System.out.println(failed.trace());
        failed.violation().orElseThrow().printStackTrace(System.out);
        System.out.println("FAILED SEED " + failed.seed());
    }
}
