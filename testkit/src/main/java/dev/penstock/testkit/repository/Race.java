package dev.penstock.testkit.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/// Many threads that set out at the same moment.
public final class Race {
    private static final int SECONDS = 60;

    private Race() {}

    /// Runs a step of each of the runners at once, waiting at most a minute.
    ///
    /// @param step from the runner's number, from 0, to how it ended
    /// @return how each ended, by number
    public static <T> List<T> among(int runners, IntFunction<T> step) {
        var barrier = new CyclicBarrier(runners);
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                int runner = i;
                running.add(
                        threads.submit(() -> {
                            barrier.await(SECONDS, TimeUnit.SECONDS);
                            return step.apply(runner);
                        }));
            }
            List<T> ends = new ArrayList<>();
            for (Future<T> one : running) {
                ends.add(one.get(SECONDS, TimeUnit.SECONDS));
            }
            return ends;
        } catch (Exception e) {
            throw new AssertionError("a runner did not arrive", e);
        }
    }
}
