package dev.penstock.core;

import java.util.Random;

/// The seed of a test's randomness: another one each run, `-Dpenstock.seed=…` repeats one.
public record Seed(long value) {
    public static Seed fresh() {
        return new Seed(Long.getLong("penstock.seed", System.nanoTime()));
    }

    public Random random() {
        return new Random(value);
    }

    /// For the description of an assertion.
    @Override
    public String toString() {
        return "-Dpenstock.seed=" + value;
    }
}
