package dev.penstock.server.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Two or three nodes, their clocks up to two minutes off the database's.
final class Cluster {
    private static final int MOST_SKEW_SECONDS = 120;

    private final World world;
    private final List<Duration> skews = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private int starts;

    Cluster(World world) {
        this.world = world;
        boolean skewed = world.random().nextBoolean();
        int count = 2 + world.random().nextInt(2);
        for (int i = 0; i < count; i++) {
            skews.add(skewed ? skew() : Duration.ZERO);
            nodes.add(start(i));
        }
    }

    private Duration skew() {
        return Duration.ofSeconds(
                world.random().nextInt(2 * MOST_SKEW_SECONDS + 1) - MOST_SKEW_SECONDS);
    }

    private Node start(int i) {
        var node = new Node(world, "node %d.%d".formatted(i + 1, ++starts), skews.get(i));
        world.trace()
                .add(
                        node.name(),
                        "starts, its clock %d s ahead".formatted(skews.get(i).toSeconds()));
        node.beginBackgroundWork();
        return node;
    }

    /// What a caller gets whose node goes away.
    static final class ConnectionLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ConnectionLost() {
            super("connection lost", null, false, false);
        }
    }

    /// Calls any node.
    ///
    /// @throws ConnectionLost when it is down, or crashes meanwhile
    <T> T call(Function<Node, T> work) {
        Node node = nodes.get(world.random().nextInt(nodes.size()));
        world.linger(Duration.ofMillis(500));
        if (!node.isUp()) {
            throw new ConnectionLost();
        }
        Actor caller = world.scheduler().current().orElseThrow();
        caller.moveTo(Optional.of(node));
        try {
            return work.apply(node);
        } catch (Crashed e) {
            throw new ConnectionLost();
        } finally {
            caller.moveTo(Optional.empty());
        }
    }

    /// One crashes, and comes back after a while.
    void crashOne() {
        int i = world.random().nextInt(nodes.size());
        nodes.get(i).crash();
        world.linger(Duration.ofMinutes(1));
        nodes.set(i, start(i));
    }

    void crashAll() {
        nodes.forEach(Node::crash);
    }
}
