package dev.penstock.server.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Actors, one at a time, and the only clock. Who goes on is drawn from the seed among those that
/// are awake; when none is, time passes until one wakes.
final class Scheduler implements InstantSource {
    static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final int LONGEST_STEP_MILLIS = 20;

    private final Random random;
    private final double staying;
    private final List<Actor> actors = new ArrayList<>();
    private Optional<Actor> current = Optional.empty();
    private Optional<Actor> last = Optional.empty();
    private Instant now = BEGINNING;

    /// @param staying how likely the same actor goes on where it could
    Scheduler(Random random, double staying) {
        this.random = random;
        this.staying = staying;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void passTime(Duration length) {
        now = now.plus(length);
    }

    void spawn(String name, Duration later, Runnable work) {
        actors.add(new Actor(name, now.plus(later), work));
    }

    /// The actor that runs; empty outside all of them.
    Optional<Actor> current() {
        return current;
    }

    String currentName() {
        return current.map(Actor::name).orElse("afterwards");
    }

    /// A scheduling point of the actor that runs; outside of actors nothing.
    void point(Duration length) {
        current.ifPresent(actor -> actor.waitUntil(now.plus(length)));
    }

    /// Those in a node lose all that they have.
    void crash(Node node) {
        actors.stream().filter(a -> a.isIn(node)).forEach(a -> a.crash(now));
    }

    /// One actor's way to its next scheduling point.
    ///
    /// @return false when there are no actors
    boolean step() {
        if (actors.isEmpty()) {
            return false;
        }
        Actor actor = choose();
        current = Optional.of(actor);
        actor.resume();
        current = Optional.empty();
        if (actor.isOver()) {
            actors.remove(actor);
            actor.failure().ifPresent(Scheduler::rethrow);
        }
        return true;
    }

    private static void rethrow(Throwable failure) {
        switch (failure) {
            case Error e -> throw e;
            case RuntimeException e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    private Actor choose() {
        passTime(Duration.ofMillis(1 + random.nextInt(LONGEST_STEP_MILLIS)));
        List<Actor> awake = awake();
        if (awake.isEmpty()) {
            Instant next =
                    actors.stream().map(Actor::wakes).min(Comparator.naturalOrder()).orElseThrow();
            now = next;
            awake = awake();
        }
        boolean stays = last.filter(awake::contains).isPresent() && random.nextDouble() < staying;
        Actor chosen = stays ? last.orElseThrow() : awake.get(random.nextInt(awake.size()));
        last = Optional.of(chosen);
        return chosen;
    }

    private List<Actor> awake() {
        return actors.stream().filter(a -> !a.wakes().isAfter(now)).toList();
    }

    /// Whether any actor's name begins so.
    boolean hasActors(String beginning) {
        return actors.stream().anyMatch(a -> a.name().startsWith(beginning));
    }

    /// Ends all actors without any effect.
    void endAll() {
        for (Actor actor : List.copyOf(actors)) {
            actor.crash(now);
            while (!actor.isOver()) {
                current = Optional.of(actor);
                actor.crash(now);
                actor.resume();
            }
        }
        current = Optional.empty();
        actors.clear();
    }
}
