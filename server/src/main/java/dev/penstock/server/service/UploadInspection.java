package dev.penstock.server.service;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.upload.Announcement;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.Transitions;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds uploads that receive parts against what the storage has of them: one that the storage has
/// dropped is lost, and one with more bytes than announced has sent what it never reserved. Both
/// fail, and their bytes go.
public final class UploadInspection {
    private static final Logger LOG = LoggerFactory.getLogger(UploadInspection.class);

    /// Not found once: a storage that says so a second time means it.
    private final Set<UploadId> missed = ConcurrentHashMap.newKeySet();

    private final UploadRepository uploads;
    private final ObjectStore store;
    private final InstantSource clock;
    private final UploadSteps steps;

    UploadInspection(
            UploadRepository uploads, ObjectStore store, InstantSource clock, UploadSteps steps) {
        this.uploads = uploads;
        this.store = store;
        this.clock = clock;
        this.steps = steps;
    }

    /// Looks at some.
    ///
    /// @param after where the last look ended; empty from the beginning
    /// @return where this one ended; empty when there are no more
    public Optional<UploadId> inspect(Optional<UploadId> after, int limit) {
        List<UploadId> some = uploads.receiving(after, limit);
        some.forEach(this::inspect);
        return some.size() < limit ? Optional.empty() : Optional.of(some.getLast());
    }

    private void inspect(UploadId id) {
        uploads.find(id)
                .map(u -> Transitions.asOf(u, clock.instant()))
                .ifPresent(u -> {
                    if (u instanceof Upload.Receiving receiving) {
                        receiving.multipart().ifPresent(m -> inspect(receiving, m));
                    }
                });
    }

    private void inspect(Upload.Receiving upload, MultipartId multipart) {
        Announcement a = upload.announcement();
        boolean missedBefore = missed.remove(upload.id());
        try {
            ByteCount held =
                    store.listAllParts(a.key(), multipart).stream()
                            .map(StoredPart::size)
                            .reduce(ByteCount.ZERO, ByteCount::plus);
            if (a.length().filter(held::isMoreThan).isPresent()) {
                fail(upload, ProblemCode.SIZE_MISMATCH);
            }
        } catch (ObjectStoreException.NoSuchMultipart e) {
            if (missedBefore) {
                fail(upload, ProblemCode.UPLOAD_LOST);
            } else {
                missed.add(upload.id());
            }
        } catch (ObjectStoreException e) {
            StorageCalls.report(e);
        }
    }

    private void fail(Upload upload, ProblemCode cause) {
        Upload after = steps.save(upload, new Command.Fail(cause));
        if (after instanceof Upload.Failed) {
            LOG.atWarn()
                    .addKeyValue("upload", after.id())
                    .addKeyValue("cause", cause.text())
                    .log("An upload failed when it was inspected");
        }
    }
}
