package dev.penstock.server.simulation;

import java.time.Duration;
import java.util.Random;

/// How badly this seed's world behaves, and whether it does so now. Some worlds are calm.
final class Faults {
    private static final double[] RATES = {0, 0.03, 0.1, 0.3};
    private static final double[] SLOWNESS = {0, 0.01, 0.04};
    private static final int LONGEST_CALL_SECONDS = 80;

    private final Random random;
    private final double rate;
    private final double slowness;
    private boolean healed;

    Faults(Random random) {
        this.random = random;
        this.rate = RATES[random.nextInt(RATES.length)];
        this.slowness = SLOWNESS[random.nextInt(SLOWNESS.length)];
    }

    void heal() {
        healed = true;
    }

    boolean areOver() {
        return healed;
    }

    /// @param share of this seed's rate
    boolean happens(double share) {
        return !healed && random.nextDouble() < rate * share;
    }

    /// How long a call takes before it has its effect: mostly no time.
    Duration slowness() {
        return !healed && random.nextDouble() < slowness
                ? upTo(Duration.ofSeconds(LONGEST_CALL_SECONDS))
                : Duration.ZERO;
    }

    Duration upTo(Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
    }

    @Override
    public String toString() {
        return "fault rate " + rate + ", slow calls " + slowness;
    }
}
