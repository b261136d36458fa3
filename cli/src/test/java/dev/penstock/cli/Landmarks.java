package dev.penstock.cli;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// How often each landmark has been passed, and a place to wait for the next.
final class Landmarks {
    private final Map<Landmark, Integer> passed = new HashMap<>();

    synchronized void pass(Landmark landmark) {
        passed.merge(landmark, 1, Integer::sum);
        notifyAll();
    }

    /// Waits until it has been passed so many times more.
    ///
    /// @return whether it was, within the time
    synchronized boolean await(Landmark landmark, int times, Duration most)
            throws InterruptedException {
        int wanted = count(landmark) + times;
        long end = System.nanoTime() + most.toNanos();
        while (count(landmark) < wanted) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private int count(Landmark landmark) {
        return passed.getOrDefault(landmark, 0);
    }
}
