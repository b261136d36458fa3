package dev.penstock.server.service;

import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.Upload;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// One call's share of patience with an upload that others work on.
final class Turn {
    /// How often parts that changed under a completion are listed and verified again.
    private static final int MOST_BEGINS = 3;

    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMillis(500);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final Pause pause;
    private final Instant end;
    private final Upload upload;
    private Duration next = SHORTEST;
    private int begins;

    Turn(InstantSource clock, Pause pause, Duration patience, Upload upload) {
        this.clock = clock;
        this.pause = pause;
        this.end = clock.instant().plus(patience);
        this.upload = upload;
    }

    /// @throws ProblemException `completion-in-progress` when the upload changes again and again
    void begins() {
        begins++;
        if (begins > MOST_BEGINS) {
            throw inProgress(upload);
        }
    }

    /// Waits a little, longer each time.
    ///
    /// @throws ProblemException `completion-in-progress` when the patience is at its end
    void waits() {
        if (!clock.instant().isBefore(end)) {
            throw inProgress(upload);
        }
        pause.lasting(next);
        next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
    }

    static ProblemException inProgress(Upload upload) {
        return new Problem.Later(
                        ProblemCode.COMPLETION_IN_PROGRESS,
                        "The upload is %s and changes under this call: repeat it."
                                .formatted(upload.state()),
                        ASK_AGAIN)
                .asException();
    }
}
