package dev.penstock.testkit.misbehaving;

import java.util.Arrays;
import java.util.Optional;

/// What can be set of a fault, a whole number.
public enum Parameter {
    /// How long it lasts, or after how long the effect comes.
    MILLIS("millis", 0),
    /// The most parts on a page of a listing.
    PAGE_SIZE("pageSize", 1),
    /// What `Retry-After` says.
    RETRY_AFTER_SECONDS("retryAfterSeconds", 0),
    /// How fast a body is taken.
    BYTES_PER_SECOND("bytesPerSecond", 20);

    private final String wireName;
    private final long least;

    Parameter(String wireName, long least) {
        this.wireName = wireName;
        this.least = least;
    }

    /// As the catalogue and the plan's file call it.
    public String wireName() {
        return wireName;
    }

    static Optional<Parameter> named(String wireName) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.wireName.equals(wireName))
                .findFirst();
    }

    void check(long value) {
        if (value < least) {
            throw new PlanException(wireName + " is " + least + " or more, not " + value);
        }
    }
}
