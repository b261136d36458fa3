package dev.penstock.server.simulation;

import dev.penstock.core.intake.Intake;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.database.Database;
import dev.penstock.server.config.UploadSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// All that the actors of one seed share.
record World(
        Random random,
        Scheduler scheduler,
        Trace trace,
        Faults faults,
        Ledger ledger,
        Ports ports,
        MemoryStore memory,
        LateEffects late,
        FaultyStore store,
        Invariants invariants,
        Database database,
        Rows rows,
        Intake intake) {
    static final UploadSettings SETTINGS =
            new UploadSettings(
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1));

    private static final double[] STAYING = {0, 0.5, 0.9};

    static World of(long seed, SimulationDatabase database) {
        var random = new Random(seed);
        var scheduler = new Scheduler(random, STAYING[random.nextInt(STAYING.length)]);
        Intake intake = database.reset(scheduler);
        var trace = new Trace(scheduler);
        var faults = new Faults(random);
        var ledger = new Ledger();
        var memory = new MemoryStore(scheduler, capabilities(random));
        var late = new LateEffects(scheduler, trace);
        return new World(
                random,
                scheduler,
                trace,
                faults,
                ledger,
                new Ports(scheduler, faults, trace, ledger),
                memory,
                late,
                new FaultyStore(
                        memory, late, faults, random, scheduler, new RemovalRules(database.rows())),
                new Invariants(database.rows(), memory, ledger),
                database.database(),
                database.rows(),
                intake);
    }

    private static StorageCapabilities capabilities(Random random) {
        return new StorageCapabilities(Set.of(), Optional.empty(), random.nextBoolean(), true);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /// The actor that runs waits for up to this long.
    void linger(Duration most) {
        scheduler.point(faults.upTo(most));
    }
}
