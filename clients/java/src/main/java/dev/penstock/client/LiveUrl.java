package dev.penstock.client;

import dev.penstock.contract.PartUrl;
import java.time.Duration;

/// A part's URL and how old it is by our own clock; the service's may be ahead or behind.
///
/// @param askedAt [System#nanoTime()] before it was asked for
record LiveUrl(PartUrl url, long askedAt) {

    /// Whether it is too near its end to begin with; only the beginning of a PUT must fall into its
    /// life.
    boolean isStale(Duration life) {
        var age = Duration.ofNanos(System.nanoTime() - askedAt);
        return age.compareTo(life.multipliedBy(9).dividedBy(10)) > 0;
    }
}
