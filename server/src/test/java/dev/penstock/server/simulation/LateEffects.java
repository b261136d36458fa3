package dev.penstock.server.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// What was sent to the storage and has its effect later.
final class LateEffects {
    private record Late(String what, Instant at, Runnable effect) {}

    private final InstantSource clock;
    private final Trace trace;
    private final List<Late> waiting = new ArrayList<>();

    LateEffects(InstantSource clock, Trace trace) {
        this.clock = clock;
        this.trace = trace;
    }

    void add(String what, Duration later, Runnable effect) {
        waiting.add(new Late(what, clock.instant().plus(later), effect));
    }

    /// Those whose time has come.
    void carryOut() {
        for (Late late : List.copyOf(waiting)) {
            if (!late.at().isAfter(clock.instant())) {
                waiting.remove(late);
                trace.add("the storage", late.what());
                late.effect().run();
            }
        }
    }
}
