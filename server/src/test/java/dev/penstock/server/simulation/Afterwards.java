package dev.penstock.server.simulation;

import java.time.Duration;

/// When all is well again: one node does the background work until nothing is left to do.
record Afterwards(World world) {
    private static final int UNTIL_QUIET = 5;
    private static final int UNTIL_EMPTY = 20;
    private static final Duration BETWEEN = Duration.ofMinutes(2);

    void run() {
        var node = new Node(world, "afterwards", Duration.ZERO);
        for (int i = 0; i < UNTIL_QUIET; i++) {
            roundPasses(node);
        }
        world.invariants().checkQuiet();
        world.scheduler().passTime(World.SETTINGS.uploadTtl().multipliedBy(2));
        for (int i = 0; i < UNTIL_EMPTY && !isEmpty(); i++) {
            roundPasses(node);
        }
        world.invariants().checkEnd();
    }

    private void roundPasses(Node node) {
        world.scheduler().passTime(BETWEEN);
        world.late().carryOut();
        node.recover();
        node.reap();
    }

    private boolean isEmpty() {
        return world.rows().removals().isEmpty()
                && world.rows().uploads().stream().allMatch(Rows.UploadRow::hasEnded);
    }
}
