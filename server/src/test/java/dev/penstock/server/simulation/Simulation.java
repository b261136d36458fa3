package dev.penstock.server.simulation;

import java.time.Duration;
import java.util.Optional;

/// One seed: clients, nodes and a storage that misbehaves; then everything is healed, and what must
/// hold at the end is looked at. The same seed gives the same steps.
final class Simulation {
    private static final int MOST_CLIENTS = 4;
    private static final int MOST_STEPS = 20_000;
    private static final Duration TROUBLE = Duration.ofMinutes(3);

    private final long seed;
    private final World world;
    private final Cluster cluster;
    private int storeChanges;
    private int steps;

    private Simulation(long seed, SimulationDatabase database) {
        this.seed = seed;
        this.world = World.of(seed, database);
        this.cluster = new Cluster(world);
    }

    /// How a seed ended.
    ///
    /// @param violation what did not hold; empty when all did
    record Outcome(long seed, int steps, Optional<Throwable> violation, Trace trace) {}

    static Outcome run(long seed, SimulationDatabase database) {
        var simulation = new Simulation(seed, database);
        Optional<Throwable> violation = Optional.empty();
        try {
            simulation.run();
        } catch (RuntimeException | Error e) {
            violation = Optional.of(e);
        } finally {
            simulation.world.scheduler().endAll();
        }
        return new Outcome(seed, simulation.steps, violation, simulation.world.trace());
    }

    private void run() {
        world.trace().add("seed " + seed, world.faults());
        new Chaos(world, cluster).begin();
        int clients = 1 + world.random().nextInt(MOST_CLIENTS);
        for (int i = 1; i <= clients; i++) {
            world.scheduler()
                    .spawn(
                            "client " + i,
                            world.faults().upTo(Duration.ofSeconds(20)),
                            new Client(world, cluster, i));
        }
        while (world.scheduler().instant().isBefore(Scheduler.BEGINNING.plus(TROUBLE))) {
            step();
        }
        world.faults().heal();
        world.trace().add("seed " + seed, "all is healed");
        while (world.scheduler()
                        .instant()
                        .isBefore(Scheduler.BEGINNING.plus(TROUBLE.multipliedBy(2)))
                && world.scheduler().hasActors("client")) {
            step();
        }
        cluster.crashAll();
        world.scheduler().endAll();
        world.ports().afterEachCall(this::check);
        new Afterwards(world).run();
    }

    private void step() {
        steps++;
        if (steps > MOST_STEPS) {
            throw new Violation("no end after %d steps".formatted(steps));
        }
        world.late().carryOut();
        world.scheduler().step();
        check();
    }

    private void check() {
        int changes = world.memory().changes();
        if (world.ports().changed() || changes != storeChanges) {
            storeChanges = changes;
            world.invariants().check();
        }
    }
}
