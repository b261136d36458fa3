package dev.penstock.server.service;

import dev.penstock.core.intake.Intake;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.PartPage;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import dev.penstock.core.upload.Transitions;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadFilter;
import dev.penstock.core.upload.UploadHistory;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadRepository;
import dev.penstock.core.upload.UploadState;
import dev.penstock.core.upload.UploadStep;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where uploads stand, and what the storage holds of them.
public final class UploadStatuses {
    private final UploadRepository uploads;
    private final UploadHistory history;
    private final ObjectStore store;
    private final InstantSource clock;
    private final UploadLookup lookup;

    UploadStatuses(
            UploadRepository uploads,
            UploadHistory history,
            ObjectStore store,
            InstantSource clock,
            UploadLookup lookup) {
        this.uploads = uploads;
        this.history = history;
        this.store = store;
        this.clock = clock;
        this.lookup = lookup;
    }

    /// The uploads of an intake, each as it stands now with what the storage holds of it.
    public Page<UploadProgress> list(Intake intake, UploadFilter filter, PageRequest page) {
        Instant now = clock.instant();
        Page<Upload> found = uploads.list(intake.id(), filter, now, page);
        return new Page<>(
                found.content().stream().map(u -> progress(Transitions.asOf(u, now))).toList(),
                found.next());
    }

    /// The upload with what the storage holds of it.
    public UploadProgress progress(Intake intake, UploadId id) {
        return progress(lookup.find(intake, id, Optional.empty()));
    }

    private UploadProgress progress(Upload upload) {
        return switch (upload) {
            case Upload.Receiving u -> UploadProgress.of(u, held(u));
            case Upload.Completing u -> UploadProgress.of(u, u.verified().parts());
            case Upload.Stored u -> new UploadProgress(u, u.partCount(), u.object().size());
            case Upload.Completed u -> new UploadProgress(u, u.partCount(), u.object().size());
            case Upload.Rejected u -> UploadProgress.of(u, List.of());
            case Upload.Failed u -> UploadProgress.of(u, List.of());
            case Upload.Aborted u -> UploadProgress.of(u, List.of());
            case Upload.Expired u -> UploadProgress.of(u, List.of());
        };
    }

    private List<StoredPart> held(Upload.Receiving u) {
        return StorageCalls.listing(store, u).orElse(List.of());
    }

    /// What happened to the upload, up to the state that it is in now.
    public List<UploadStep> history(Intake intake, UploadId id) {
        Upload upload = lookup.find(intake, id, Optional.empty());
        var steps = new ArrayList<>(history.steps(id));
        if (upload instanceof Upload.Expired && steps.getLast().state() != UploadState.EXPIRED) {
            steps.add(new UploadStep(UploadState.EXPIRED, upload.changedOn(), Optional.empty()));
        }
        return steps;
    }

    /// What the storage really holds, by part number.
    public PartPage parts(Intake intake, UploadId id, Optional<PartNumber> after, int limit) {
        Upload upload = lookup.find(intake, id, Optional.empty());
        if (!(upload instanceof Upload.Receiving receiving) || receiving.multipart().isEmpty()) {
            return new PartPage(List.of(), Optional.empty());
        }
        try {
            return store.listParts(
                    upload.announcement().key(), receiving.multipart().get(), after, limit);
        } catch (ObjectStoreException.NoSuchMultipart e) {
            return new PartPage(List.of(), Optional.empty());
        } catch (ObjectStoreException e) {
            throw StorageCalls.unavailable(e);
        }
    }
}
