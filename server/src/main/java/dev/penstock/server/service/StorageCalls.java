package dev.penstock.server.service;

import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.Upload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls to the storage, and what a caller is told when it does not answer as it should.
final class StorageCalls {
    private static final Logger LOG = LoggerFactory.getLogger(StorageCalls.class);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private StorageCalls() {}

    /// Logs it, where the caller's own work is done all the same.
    static void report(ObjectStoreException cause) {
        LOG.atWarn().addKeyValue("cause", cause.getMessage()).log("The storage did not answer");
    }

    /// All parts that the storage holds of an upload; none of one that it never opened.
    ///
    /// @return empty when the storage has no such upload any more
    /// @throws ProblemException `storage-unavailable`
    static Optional<List<StoredPart>> listing(ObjectStore store, Upload upload) {
        ObjectKey key = upload.announcement().key();
        try {
            return Optional.of(
                    upload.multipart().map(m -> store.listAllParts(key, m)).orElse(List.of()));
        } catch (ObjectStoreException.NoSuchMultipart e) {
            return Optional.empty();
        } catch (ObjectStoreException e) {
            throw unavailable(e);
        }
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
