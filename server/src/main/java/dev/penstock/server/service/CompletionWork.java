package dev.penstock.server.service;

import dev.penstock.core.document.NewDocument;
import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.intake.DocumentStoreRepository;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.CompletionRequest;
import dev.penstock.core.upload.Step;
import dev.penstock.core.upload.Transitions;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadRepository;
import dev.penstock.core.upload.UploadRepository.Finished;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the holder of the lease on a completion does, step by step: the storage joins the parts,
/// then one transaction makes the document. Every save is over the version that came with the
/// lease, so whoever has lost it changes nothing.
final class CompletionWork {
    private final UploadRepository uploads;
    private final DocumentStoreRepository stores;
    private final DocumentMaker maker;
    private final InstantSource clock;
    private final UploadSteps steps;
    private final StorageCompletion inStorage;
    private final UploadCounters counters;

    CompletionWork(
            UploadRepository uploads,
            DocumentStoreRepository stores,
            DocumentMaker maker,
            InstantSource clock,
            UploadSteps steps,
            StorageCompletion inStorage,
            UploadCounters counters) {
        this.uploads = uploads;
        this.stores = stores;
        this.maker = maker;
        this.clock = clock;
        this.steps = steps;
        this.inStorage = inStorage;
        this.counters = counters;
    }

    /// How far it came.
    sealed interface End {
        /// This work made the document.
        record Made(Upload.Completed upload) implements End {}

        /// The storage gave the parts back, or the lease was lost: the upload as it is now.
        record Elsewhere(Upload upload) implements End {}
    }

    /// Whether the storage was asked before this work.
    enum Storage {
        NOT_ASKED,
        MAYBE_ASKED
    }

    /// @param lease on an upload that is completing or stored; ends with the work
    /// @param restated what the caller wants other than the request that is saved, if anything
    /// @throws ProblemException when the storage does not decide, or decides against it
    End finish(
            Leases.Held lease,
            Storage storage,
            Intake intake,
            Function<Upload.Stored, Optional<CompletionRequest>> restated) {
        try (lease) {
            Upload upload = lease.upload();
            if (upload instanceof Upload.Completing completing) {
                upload =
                        switch (storage) {
                            case NOT_ASKED -> inStorage.ask(lease, completing);
                            case MAYBE_ASKED -> inStorage.settle(lease, completing);
                        };
            }
            if (lease.lasts() && upload instanceof Upload.Stored stored) {
                return makeDocument(lease, intake, restate(lease, stored, restated.apply(stored)));
            }
            return new End.Elsewhere(upload);
        }
    }

    /// As [#finish] for an upload whose intake is gone: what the storage has joined is given up.
    void giveUp(Leases.Held lease) {
        try (lease) {
            Upload upload = lease.upload();
            if (upload instanceof Upload.Completing completing) {
                upload = inStorage.settle(lease, completing);
            }
            if (lease.lasts() && upload instanceof Upload.Stored) {
                steps.save(lease, new Command.Abort());
            }
        }
    }

    private Upload restate(
            Leases.Held lease, Upload.Stored stored, Optional<CompletionRequest> other) {
        return other.isEmpty()
                ? stored
                : steps.advance(lease, new Command.Restate(other.get()))
                        .orElseGet(() -> steps.again(stored));
    }

    private End makeDocument(Leases.Held lease, Intake intake, Upload upload) {
        if (!lease.lasts() || !(upload instanceof Upload.Stored stored)) {
            return new End.Elsewhere(upload);
        }
        DocumentStore home =
                stores.find(stored.announcement().storeId())
                        .orElseThrow(() -> Completions.closed(stored));
        return switch (maker.make(intake, home, Material.of(stored))) {
            case DocumentMaker.Judgement.Wanted(var document) -> save(lease, stored, document);
            case DocumentMaker.Judgement.Unwanted(var problem) -> {
                Upload after = steps.save(lease, new Command.Reject(problem.code()));
                if (after instanceof Upload.Rejected) {
                    throw problem.asException();
                }
                yield new End.Elsewhere(after);
            }
        };
    }

    private End save(Leases.Held lease, Upload.Stored stored, NewDocument document) {
        Step step = Transitions.apply(stored, new Command.Finish(document.id()), clock.instant());
        if (!(step instanceof Step.To(Upload next))
                || !(next instanceof Upload.Completed completed)) {
            throw Completions.refused(step, stored);
        }
        lease.isOver();
        if (uploads.complete(List.of(new Finished(completed, document)))
                != UploadRepository.Outcome.SAVED) {
            maker.discard(document);
            return new End.Elsewhere(steps.again(stored));
        }
        counters.countCompleted(completed, completed.object().size());
        return new End.Made(completed);
    }
}
