package dev.penstock.testkit.misbehaving;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// The faults that were played so far.
final class PlayedFaults {
    private final List<Played> played = new ArrayList<>();
    private final long seed;
    private final Consumer<Played> listener;

    /// @param listener hears of each, in their order
    PlayedFaults(long seed, Consumer<Played> listener) {
        this.seed = seed;
        this.listener = listener;
    }

    synchronized void add(Act act, S3Request request, OptionalInt storage) {
        Played next =
                new Played(
                        played.size() + 1L,
                        act.fault(),
                        request.operation(),
                        request.key(),
                        request.part(),
                        act.asked(),
                        storage,
                        seed);
        played.add(next);
        listener.accept(next);
    }

    synchronized List<Played> all() {
        return List.copyOf(played);
    }
}
