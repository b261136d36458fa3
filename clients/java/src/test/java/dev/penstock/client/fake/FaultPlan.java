package dev.penstock.client.fake;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// Decides what goes wrong.
public interface FaultPlan {

    /// @param target path and query of the request
    Fault next(String target);

    static FaultPlan none() {
        return target -> Fault.NONE;
    }

    /// These first, in turn, then nothing.
    static FaultPlan first(Fault... faults) {
        var count = new AtomicInteger();
        return target -> {
            int n = count.getAndIncrement();
            return n < faults.length ? faults[n] : Fault.NONE;
        };
    }

    /// This one always, where the target holds the text.
    static FaultPlan always(Fault fault, String text) {
        return target -> target.contains(text) ? fault : Fault.NONE;
    }

    /// One of these with a chance, from a seed.
    static FaultPlan seeded(long seed, double chance, List<Fault> faults) {
        var random = new Random(seed);
        return target -> {
            synchronized (random) {
                return random.nextDouble() < chance
                        ? faults.get(random.nextInt(faults.size()))
                        : Fault.NONE;
            }
        };
    }
}
