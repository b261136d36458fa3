package dev.penstock.server.simulation;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// A thread that runs only while the scheduler waits for it.
final class Actor {
    private final String name;
    private final Semaphore go = new Semaphore(0);
    private final Semaphore back = new Semaphore(0);
    private Instant wakes;
    private Optional<Node> node = Optional.empty();
    private boolean crashed;
    private boolean over;
    private Optional<Throwable> failure = Optional.empty();

    Actor(String name, Instant wakes, Runnable work) {
        this.name = name;
        this.wakes = wakes;
        Thread.ofVirtual().name(name).start(() -> live(work));
    }

    private void live(Runnable work) {
        go.acquireUninterruptibly();
        try {
            work.run();
        } catch (Crashed e) {
            // gone with its process
        } catch (Throwable e) {
            failure = Optional.of(e);
        }
        over = true;
        back.release();
    }

    /// Lets it run to its next scheduling point, or to its end.
    void resume() {
        go.release();
        back.acquireUninterruptibly();
    }

    /// Called by the actor itself: waits to be resumed.
    ///
    /// @throws Crashed when its process crashed before or meanwhile
    void waitUntil(Instant time) {
        requireAlive();
        wakes = time;
        back.release();
        go.acquireUninterruptibly();
        requireAlive();
    }

    void requireAlive() {
        if (crashed) {
            throw new Crashed();
        }
    }

    /// Nothing that it calls has an effect from now on.
    void crash(Instant now) {
        crashed = true;
        wakes = now;
    }

    /// It enters a node; empty: it is outside, and the crash of a node is none of its own.
    void moveTo(Optional<Node> place) {
        node = place;
        crashed = false;
    }

    boolean isIn(Node place) {
        return node.filter(n -> n == place).isPresent();
    }

    boolean isOver() {
        return over;
    }

    Instant wakes() {
        return wakes;
    }

    Optional<Throwable> failure() {
        return failure;
    }

    String name() {
        return node.map(n -> name + " @ " + n.name()).orElse(name);
    }
}
