package dev.penstock.server.service;

import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a caller is told when the storage does not answer as it should.
final class StorageCalls {
    private static final Logger LOG = LoggerFactory.getLogger(StorageCalls.class);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private StorageCalls() {}

    /// Logs it, where the caller's own work is done all the same.
    static void report(ObjectStoreException cause) {
        LOG.atWarn().addKeyValue("cause", cause.getMessage()).log("The storage did not answer");
    }

    static ProblemException unavailable(ObjectStoreException cause) {
        report(cause);
        return unavailable("The storage does not answer at the moment: repeat the call.");
    }

    /// @param detail what the caller is told
    static ProblemException unavailable(String detail) {
        return new Problem.Later(ProblemCode.STORAGE_UNAVAILABLE, detail, ASK_AGAIN).asException();
    }
}
