package dev.penstock.server.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// What happened, to be read by people. Written down only when it is asked for.
final class Trace {
    private record Entry(Instant at, String who, Object what) {}

    private final InstantSource clock;
    private final List<Entry> entries = new ArrayList<>();

    Trace(InstantSource clock) {
        this.clock = clock;
    }

    /// @param what an immutable object whose text is told
    void add(String who, Object what) {
        entries.add(new Entry(clock.instant(), who, what));
    }

    int length() {
        return entries.size();
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (Entry entry : entries) {
            Duration at = Duration.between(Scheduler.BEGINNING, entry.at());
            text.append(
                    "%9.3f s  %-28s %s%n"
                            .formatted(at.toMillis() / 1000.0, entry.who(), entry.what()));
        }
        return text.toString();
    }
}
