package dev.penstock.testkit;

import org.junit.jupiter.api.Assumptions;

/// A program that a test needs and not every machine has.
public final class Prerequisite {
    /// Set where everything that can be installed must be there: nothing is skipped then.
    private static final String STRICT = "PENSTOCK_CI";

    /// Skips a test, saying so in one visible line; fails it where `PENSTOCK_CI` is set.
    ///
    /// @param test whose prerequisite it is
    /// @param lack what is missing and how to get it, as a sentence
    public static void missing(Class<?> test, String lack) {
        String line = "SKIPPED " + test.getSimpleName() + ": " + lack;
        if (System.getenv(STRICT) != null) {
            throw new AssertionError(
                    lack + " (" + STRICT + " is set, so this is no reason to skip)");
        }
        System.out.println(line);
        Assumptions.abort(line);
    }

    private Prerequisite() {}
}
