package dev.penstock.server.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/// Many seeds, one after the other on each processor.
final class SimulationRun {
    private final AtomicLong next;
    private final long end;
    private final AtomicLong steps = new AtomicLong();
    private final AtomicReference<Optional<Simulation.Outcome>> failed =
            new AtomicReference<>(Optional.empty());

    private SimulationRun(long from, long count) {
        this.next = new AtomicLong(from);
        this.end = from + count;
    }

    /// @param failed the first seed of those that failed; then the rest was not run
    /// @param steps of all seeds
    record Summary(Optional<Simulation.Outcome> failed, long steps) {}

    static Summary of(long from, long count) {
        Logger log = (Logger) LoggerFactory.getLogger("dev.penstock.server");
        Level before = log.getLevel();
        log.setLevel(Level.OFF);
        try {
            return new SimulationRun(from, count).run();
        } finally {
            log.setLevel(before);
        }
    }

    private Summary run() {
        int workers = (int) Math.min(end - next.get(), Runtime.getRuntime().availableProcessors());
        Stream<Thread> threads =
                IntStream.range(0, workers)
                        .mapToObj(
                                i -> Thread.ofPlatform().name("simulation-" + i).start(this::work));
        for (Thread thread : threads.toList()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return new Summary(failed.get(), steps.get());
    }

    private void work() {
        try (SimulationDatabase database = SimulationDatabase.open()) {
            while (failed.get().isEmpty()) {
                long seed = next.getAndIncrement();
                if (seed >= end) {
                    return;
                }
                Simulation.Outcome outcome = Simulation.run(seed, database);
                steps.addAndGet(outcome.steps());
                if (outcome.violation().isPresent()) {
                    failed.accumulateAndGet(Optional.of(outcome), SimulationRun::first);
                }
            }
        }
    }

    private static Optional<Simulation.Outcome> first(
            Optional<Simulation.Outcome> a, Optional<Simulation.Outcome> b) {
        return Stream.of(a, b)
                .flatMap(Optional::stream)
                .min((x, y) -> Long.compare(x.seed(), y.seed()));
    }
}
