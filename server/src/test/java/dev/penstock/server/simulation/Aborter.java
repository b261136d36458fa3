package dev.penstock.server.simulation;

import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;

/// Gives an upload up, whatever others do with it; some say it twice, as one does whose first
/// answer was lost.
record Aborter(World world, Cluster cluster, Begun begun) implements Runnable {
    private static final int ATTEMPTS = 4;
    private static final Duration BREAK = Duration.ofSeconds(5);

    @Override
    public void run() {
        giveUp();
        if (world.oneIn(2)) {
            world.linger(BREAK);
            giveUp();
        }
    }

    private void giveUp() {
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                cluster.call(this::abort);
                world.ledger().endedWithoutDocument(begun.id());
                world.trace().add(world.scheduler().currentName(), "is told 204");
                return;
            } catch (Cluster.ConnectionLost e) {
                world.linger(BREAK);
            } catch (ProblemException e) {
                if (e.problem().code() == ProblemCode.UPLOAD_CLOSED) {
                    return;
                }
                if (e.problem().code() != ProblemCode.COMPLETION_IN_PROGRESS) {
                    throw e;
                }
                world.linger(BREAK);
            }
        }
    }

    private Optional<Void> abort(Node node) {
        node.services()
                .uploads()
                .abort(world.intake(), begun.id(), Optional.of(begun.key().value()));
        return Optional.empty();
    }
}
