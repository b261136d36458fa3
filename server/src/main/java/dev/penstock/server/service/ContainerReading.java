package dev.penstock.server.service;

import dev.penstock.core.document.ContainerObject;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.kddb.ContainerLimits;
import dev.penstock.kddb.ContainerReader;
import dev.penstock.kddb.ReadContainer;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;

/// Reads the containers of documents for people who look into them. Each is held in memory whole,
/// so one at a time.
public final class ContainerReading {
    private final ObjectStore store;
    private final Semaphore oneContainer = new Semaphore(1);

    ContainerReading(ObjectStore store) {
        this.store = store;
    }

    /// @throws ProblemException `storage-unavailable`; `not-found` when it is gone or cannot be
    ///   read
    public ReadContainer.Opened open(ContainerObject container) {
        if (container.size().value() > ContainerLimits.FILE_BYTES) {
            throw notShown("it has more than 64 MiB");
        }
        oneContainer.acquireUninterruptibly();
        try {
            return switch (ContainerReader.read(bytes(container))) {
                case ReadContainer.Opened opened -> opened;
                case ReadContainer.Unreadable(String reason) -> throw notShown(reason);
            };
        } finally {
            oneContainer.release();
        }
    }

    private byte[] bytes(ContainerObject container) {
        try {
            ByteBuffer read =
                    store.read(container.key(), 0, Math.toIntExact(container.size().value()))
                            .orElseThrow(() -> notShown("the storage does not have it"));
            byte[] bytes = new byte[read.remaining()];
            read.get(bytes);
            return bytes;
        } catch (ObjectStoreException e) {
            throw StorageCalls.unavailable(e);
        }
    }

    private static ProblemException notShown(String reason) {
        return new ProblemException(
                ProblemCode.NOT_FOUND, "The container cannot be shown: " + reason + ".");
    }
}
