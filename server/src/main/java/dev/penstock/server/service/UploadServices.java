package dev.penstock.server.service;

import dev.penstock.core.document.DocumentRepository;
import dev.penstock.core.intake.DocumentStoreRepository;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.upload.RemovalRepository;
import dev.penstock.core.upload.UploadRepository;
import dev.penstock.server.config.UploadSettings;
import java.time.InstantSource;

/// What can be done about uploads, by subject.
public record UploadServices(
        UploadRequests requests,
        Uploads uploads,
        UploadStatuses statuses,
        Completions completions,
        UploadInspection inspection,
        Removals removals,
        Leases leases) {

    public static UploadServices of(
            UploadRepository uploads,
            RemovalRepository removalRows,
            DocumentRepository documents,
            DocumentStoreRepository stores,
            ObjectStore store,
            Ids ids,
            InstantSource clock,
            Pause pause,
            UploadSettings settings,
            UploadCounters counters) {
        var lookup = new UploadLookup(uploads, clock);
        var removals = new Removals(removalRows, store, settings.urlTtl());
        var steps = new UploadSteps(uploads, clock, lookup, removals, counters);
        var leases = new Leases(uploads, settings.lease());
        var inStorage = new StorageCompletion(store, clock, pause, steps);
        var work = new CompletionWork(uploads, stores, ids, clock, steps, inStorage, counters);
        return new UploadServices(
                new UploadRequests(
                        uploads, documents, store, ids, clock, pause, settings, steps, leases,
                        counters),
                new Uploads(uploads, store, clock, settings, lookup, steps, counters),
                new UploadStatuses(uploads, store, clock, lookup),
                new Completions(
                        uploads,
                        documents,
                        store,
                        clock,
                        pause,
                        lookup,
                        steps,
                        leases,
                        work,
                        settings.completionWait()),
                new UploadInspection(uploads, store, clock, steps),
                removals,
                leases);
    }
}
