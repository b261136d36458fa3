package dev.penstock.server.simulation;

import dev.penstock.core.intake.Deleted;
import dev.penstock.server.simulation.Rows.UploadRow;
import java.time.Duration;
import java.util.List;

/// What happens to nodes and to the storage by itself.
record Chaos(World world, Cluster cluster) {
    private static final int MOST_CRASHES = 5;
    private static final Duration BETWEEN_CRASHES = Duration.ofSeconds(40);
    private static final Duration WHOLE_TIME = Duration.ofMinutes(2);

    void begin() {
        int crashes = world.random().nextInt(MOST_CRASHES);
        Scheduler scheduler = world.scheduler();
        scheduler.spawn("crashes", world.faults().upTo(BETWEEN_CRASHES), () -> crash(crashes));
        if (world.oneIn(6)) {
            scheduler.spawn("the storage", world.faults().upTo(WHOLE_TIME), this::dropOne);
        }
        if (world.oneIn(10)) {
            scheduler.spawn(
                    "an administrator", world.faults().upTo(WHOLE_TIME), this::deleteIntake);
        }
    }

    private void crash(int times) {
        for (int i = 0; i < times && !world.faults().areOver(); i++) {
            cluster.crashOne();
            world.linger(BETWEEN_CRASHES);
        }
    }

    /// The storage loses an upload that receives parts.
    private void dropOne() {
        List<UploadRow> open =
                world.rows().uploads().stream()
                        .filter(row -> row.state().equals("receiving"))
                        .filter(row -> row.multipart().isPresent())
                        .toList();
        if (!open.isEmpty()) {
            UploadRow row = open.get(world.random().nextInt(open.size()));
            world.memory().drop(row.key(), row.multipart().orElseThrow());
            world.trace().add("the storage", "drops " + Brief.of(row.id()));
        }
    }

    private void deleteIntake() {
        try {
            Deleted _ = cluster.call(node -> node.intakes().delete(world.intake().id()));
        } catch (Cluster.ConnectionLost e) {
            world.trace().add("an administrator", "connection lost");
        }
    }
}
