package dev.penstock.server.service;

import dev.penstock.core.document.DocumentRepository;
import dev.penstock.core.intake.DocumentStoreRepository;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.upload.UploadRepository;
import dev.penstock.server.config.UploadSettings;
import java.time.InstantSource;

/// What can be done about uploads, by subject.
public record UploadServices(
        UploadRequests requests,
        Uploads uploads,
        UploadStatuses statuses,
        Completions completions) {

    public static UploadServices of(
            UploadRepository uploads,
            DocumentRepository documents,
            DocumentStoreRepository stores,
            ObjectStore store,
            Ids ids,
            InstantSource clock,
            UploadSettings settings,
            UploadCounters counters) {
        return new UploadServices(
                new UploadRequests(uploads, documents, store, ids, clock, settings, counters),
                new Uploads(uploads, store, clock, settings, counters),
                new UploadStatuses(uploads, store, clock),
                new Completions(uploads, documents, stores, store, ids, clock, counters));
    }
}
