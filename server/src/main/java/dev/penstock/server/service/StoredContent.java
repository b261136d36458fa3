package dev.penstock.server.service;

import dev.penstock.core.document.Warning;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.kddb.ContainerReader;
import dev.penstock.kddb.ReadContainer;
import dev.penstock.server.content.ContentTypes;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Looks into what is stored: its type by the first bytes, and what is inside where it is a
/// container itself. Containers are held in memory whole, so one at a time.
final class StoredContent {
    private static final ByteCount LARGEST_CONTAINER = ByteCount.mebibytes(64);

    private final ObjectStore store;
    private final ContentTypes types = new ContentTypes();
    private final Semaphore oneContainer = new Semaphore(1);

    StoredContent(ObjectStore store) {
        this.store = store;
    }

    /// What was seen. To be closed when its container is needed no longer.
    ///
    /// @param mimeType by the first bytes, with the path as a hint
    /// @param uploaded the whole file, where it is a container that can be read
    /// @param metadata inside that container
    /// @param externalData inside that container
    record Look(
            String mimeType,
            Optional<byte[]> uploaded,
            Map<String, @Nullable Object> metadata,
            Optional<Map<String, @Nullable Object>> externalData,
            List<Warning> warnings,
            Runnable done)
            implements AutoCloseable {
        /// The same file, not taken for a container.
        Look asOrdinary(String reason) {
            return unreadable(mimeType, reason);
        }

        @Override
        public void close() {
            done.run();
        }
    }

    /// @throws ProblemException `storage-unavailable`
    Look look(Material material) {
        ObjectKey key = material.announcement().key();
        byte[] head = read(key, ContentTypes.FIRST_BYTES);
        String path = material.request().path().value();
        String type = types.detect(head, path);
        boolean isContainer = ContainerReader.looksLikeContainer(head);
        if (!isContainer && !path.toLowerCase(Locale.ROOT).endsWith(".kddb")) {
            return ordinary(type, List.of());
        }
        if (!isContainer) {
            return unreadable(type, "it does not begin as one");
        }
        ByteCount size = material.object().size();
        if (size.isMoreThan(LARGEST_CONTAINER)) {
            return unreadable(type, "it has more than 64 MiB");
        }
        return open(key, Math.toIntExact(size.value()), type);
    }

    private Look open(ObjectKey key, int size, String type) {
        oneContainer.acquireUninterruptibly();
        boolean kept = false;
        try {
            byte[] file = read(key, size);
            Look look =
                    switch (ContainerReader.read(file)) {
                        case ReadContainer.Opened opened ->
                                new Look(
                                        type,
                                        Optional.of(file),
                                        opened.metadata(),
                                        opened.externalData(),
                                        List.of(),
                                        oneContainer::release);
                        case ReadContainer.Unreadable(String reason) -> unreadable(type, reason);
                    };
            kept = look.uploaded().isPresent();
            return look;
        } finally {
            if (!kept) {
                oneContainer.release();
            }
        }
    }

    private static Look unreadable(String type, String reason) {
        return ordinary(type, List.of(Warning.unreadableContainer(reason)));
    }

    private static Look ordinary(String type, List<Warning> warnings) {
        return new Look(type, Optional.empty(), Map.of(), Optional.empty(), warnings, () -> {});
    }

    private byte[] read(ObjectKey key, int length) {
        try {
            ByteBuffer bytes =
                    store.read(key, 0, length)
                            .orElseThrow(() ->
                                    StorageCalls.unavailable(
                                            "The storage does not show the object: repeat the call."));
            byte[] read = new byte[bytes.remaining()];
            bytes.get(read);
            return read;
        } catch (ObjectStoreException e) {
            throw StorageCalls.unavailable(e);
        }
    }
}
