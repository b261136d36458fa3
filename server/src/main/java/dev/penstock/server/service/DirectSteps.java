package dev.penstock.server.service;

import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.DocumentRepository;
import dev.penstock.core.document.NewDocument;
import dev.penstock.core.document.SafeFileName;
import dev.penstock.core.document.Verification;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.Announcement;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.CompletionRequest;
import dev.penstock.core.upload.IdempotencyKey;
import dev.penstock.core.upload.KeyedUpload;
import dev.penstock.core.upload.PartPlan;
import dev.penstock.core.upload.Step;
import dev.penstock.core.upload.Transitions;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadKind;
import dev.penstock.core.upload.UploadRepository;
import dev.penstock.core.upload.UploadRepository.Finished;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The steps of direct uploads over the ports: row, bytes, documents.
final class DirectSteps {
    /// Long enough for 256 MiB over a slow line.
    private static final Duration TTL = Duration.ofHours(6);

    private static final int TRIES = 3;

    private final UploadRepository uploads;
    private final DocumentRepository documents;
    private final DirectSending sending;
    private final DocumentMaker maker;
    private final Leases leases;
    private final UploadSteps steps;
    private final Ids ids;
    private final InstantSource clock;
    private final UploadCounters counters;

    DirectSteps(
            UploadRepository uploads,
            DocumentRepository documents,
            DirectSending sending,
            DocumentMaker maker,
            Leases leases,
            UploadSteps steps,
            Ids ids,
            InstantSource clock,
            UploadCounters counters) {
        this.uploads = uploads;
        this.documents = documents;
        this.sending = sending;
        this.maker = maker;
        this.leases = leases;
        this.steps = steps;
        this.ids = ids;
        this.clock = clock;
        this.counters = counters;
    }

    /// A row that was entered, and the lease on it.
    record Begun(Upload.Receiving upload, Leases.Held lease) {}

    /// A file that the storage has.
    record Received(Upload.Receiving upload, Leases.Held lease, DirectSending.Sent sent) {
        DocumentPath name() {
            return upload.announcement().path();
        }

        Material material(CompletionRequest request) {
            return new Material(
                    upload.announcement(), request, sent.object(), Verification.CHECKSUM);
        }
    }

    Upload.Receiving announce(Intake intake, DocumentPath name, String declaredType) {
        UploadId id = new UploadId(ids.next());
        Instant now = clock.instant();
        return new Upload.Receiving(
                new Announcement(
                        id,
                        intake.id(),
                        intake.store().id(),
                        UploadKind.DIRECT,
                        new ObjectKey(
                                "direct-uploads/%s/%s/%s"
                                        .formatted(intake.id(), id, SafeFileName.of(name))),
                        name,
                        declaredType,
                        Optional.empty(),
                        PartPlan.growing(),
                        Optional.empty(),
                        Optional.empty(),
                        now,
                        now.plus(TTL)),
                0,
                now,
                Optional.empty(),
                Optional.empty());
    }

    /// @return what the key stands for already, where nothing was entered
    Optional<KeyedUpload> enter(Upload.Receiving row, Optional<IdempotencyKey> key) {
        return uploads.insert(row, key, leases.length());
    }

    Begun hold(Upload.Receiving entered) {
        counters.count(entered, UploadCounters.Outcome.BEGUN);
        return new Begun(entered, leases.hold(entered));
    }

    Received send(Begun begun, DirectFile file) {
        Announcement a = begun.upload().announcement();
        return new Received(
                begun.upload(), begun.lease(), sending.send(a.key(), a.contentType(), file));
    }

    /// Ends an upload that becomes no document, and removes its bytes.
    void end(Leases.Held lease, Command command) {
        steps.save(lease, command);
    }

    /// Makes all documents in one transaction.
    ///
    /// @throws ProblemException whatever stands against one of them: then none is made
    List<Upload.Completed> deliver(
            Intake intake, List<Received> files, Function<Received, CompletionRequest> requests) {
        requirePathsFree(
                intake, files.stream().map(requests).map(CompletionRequest::path).toList());
        for (int i = 0; i < TRIES; i++) {
            List<Finished> finished = finished(intake, files, requests);
            switch (uploads.complete(finished)) {
                case SAVED -> {
                    files.forEach(file -> file.lease().isOver());
                    return finished.stream().map(this::counted).toList();
                }
                case PATH_TAKEN -> {
                    finished.forEach(f -> maker.discard(f.document()));
                    throw UploadRequests.pathTaken(finished.getFirst().document().path().value());
                }
                case STALE -> finished.forEach(f -> maker.discard(f.document()));
            }
        }
        throw Completions.closed(steps.again(files.getFirst().upload()));
    }

    private void requirePathsFree(Intake intake, List<DocumentPath> paths) {
        var seen = new HashSet<DocumentPath>();
        for (DocumentPath path : paths) {
            if (!seen.add(path) || documents.hasPath(intake.store().id(), path)) {
                throw UploadRequests.pathTaken(path.value());
            }
        }
    }

    private List<Finished> finished(
            Intake intake, List<Received> files, Function<Received, CompletionRequest> requests) {
        var finished = new ArrayList<Finished>();
        try {
            for (Received file : files) {
                finished.add(finished(intake, file, requests.apply(file)));
            }
            return finished;
        } catch (RuntimeException e) {
            finished.forEach(f -> maker.discard(f.document()));
            throw e;
        }
    }

    private Finished finished(Intake intake, Received file, CompletionRequest request) {
        return switch (maker.make(intake, intake.store(), file.material(request))) {
            case DocumentMaker.Judgement.Wanted(var document) ->
                    new Finished(completed(file, request, document), document);
            case DocumentMaker.Judgement.Unwanted(var problem) -> {
                end(file.lease(), new Command.Reject(problem.code()));
                throw problem.asException();
            }
        };
    }

    private Upload.Completed completed(
            Received file, CompletionRequest request, NewDocument document) {
        var deliver =
                new Command.Deliver(
                        request, file.sent().object(), file.sent().parts(), document.id());
        return switch (Transitions.apply(file.upload(), deliver, clock.instant())) {
            case Step.To(Upload.Completed completed) -> completed;
            case Step.To(Upload other) -> throw Completions.closed(other);
            case Step.Stay(Upload same) -> throw Completions.closed(same);
            case Step.Refused(Problem problem) -> throw problem.asException();
        };
    }

    private Upload.Completed counted(Finished finished) {
        counters.countCompleted(finished.upload(), finished.upload().object().size());
        return finished.upload();
    }
}
