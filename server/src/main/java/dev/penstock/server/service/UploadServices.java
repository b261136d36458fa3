package dev.penstock.server.service;

import dev.penstock.core.document.DocumentRepository;
import dev.penstock.core.intake.DocumentStoreRepository;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.upload.RemovalRepository;
import dev.penstock.core.upload.UploadHistory;
import dev.penstock.core.upload.UploadRepository;
import dev.penstock.core.vocabulary.DocumentStatusRepository;
import dev.penstock.core.vocabulary.KnowledgeFeatureRepository;
import dev.penstock.server.config.UploadSettings;
import java.time.InstantSource;

/// What can be done about uploads, by subject.
public record UploadServices(
        UploadRequests requests,
        Uploads uploads,
        UploadStatuses statuses,
        Completions completions,
        DirectUploads direct,
        UploadInspection inspection,
        ContainerReading containers,
        Removals removals,
        Leases leases) {

    public static UploadServices of(
            UploadRepository uploads,
            UploadHistory history,
            RemovalRepository removalRows,
            DocumentRepository documents,
            DocumentStoreRepository stores,
            DocumentStatusRepository statuses,
            KnowledgeFeatureRepository features,
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
        var maker =
                new DocumentMaker(
                        new StoredContent(store),
                        new Containers(store, removalRows, ids),
                        new Vocabulary(statuses, features),
                        ids,
                        clock);
        var work = new CompletionWork(uploads, stores, maker, clock, steps, inStorage, counters);
        var requests =
                new UploadRequests(
                        uploads, documents, store, ids, clock, pause, settings, steps, leases,
                        counters);
        var sending = new DirectSending(store, new PartBuffers(Runtime.getRuntime().maxMemory()));
        var direct =
                new DirectSteps(
                        uploads, documents, sending, maker, leases, steps, ids, clock, counters);
        return new UploadServices(
                requests,
                new Uploads(uploads, store, clock, settings, lookup, steps, counters),
                new UploadStatuses(uploads, history, store, clock, lookup),
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
                new DirectUploads(uploads, documents, clock, pause, requests, direct),
                new UploadInspection(uploads, store, clock, steps),
                new ContainerReading(store),
                removals,
                leases);
    }
}
