package dev.penstock.server.service;

import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.document.DocumentRepository;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.IdempotencyKey;
import dev.penstock.core.upload.KeyedUpload;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Uploads whose bytes come through the service. All files of a request become documents, or none:
/// each has its row before a byte is stored, and one transaction makes all documents. What a crash
/// leaves is ended by recovery and removed.
public final class DirectUploads {
    /// What the `Idempotency-Key` of a direct upload has for a fingerprint: the files and fields,
    /// known only at the end, are compared with what became of them.
    public static final String FINGERPRINT = "direct";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

    private final UploadRepository uploads;
    private final DocumentRepository documents;
    private final InstantSource clock;
    private final Pause pause;
    private final UploadRequests requests;
    private final DirectSteps steps;

    DirectUploads(
            UploadRepository uploads,
            DocumentRepository documents,
            InstantSource clock,
            Pause pause,
            UploadRequests requests,
            DirectSteps steps) {
        this.uploads = uploads;
        this.documents = documents;
        this.clock = clock;
        this.pause = pause;
        this.requests = requests;
        this.steps = steps;
    }

    /// The documents of a request, and whether it made them.
    public sealed interface Result {
        List<DocumentFamily> families();

        record Made(List<DocumentFamily> families) implements Result {}

        /// An earlier request with the same `Idempotency-Key` did.
        record Repeated(List<DocumentFamily> families) implements Result {}
    }

    /// Begins to take the files of a request.
    ///
    /// @param key of the fingerprint [#FINGERPRINT]
    /// @throws ProblemException `quota-exceeded`
    public DirectRequest begin(Intake intake, Optional<IdempotencyKey> key) {
        Optional<KeyedUpload> earlier = key.flatMap(k -> uploads.find(k, clock.instant()));
        if (earlier.isPresent()) {
            return new DirectRepetition(this, intake, earlier.get());
        }
        requests.requireQuota(intake);
        return new DirectDelivery(this, steps, intake, key);
    }

    /// What became of the request that had the key before, which may still be under way.
    ///
    /// @throws ProblemException `completion-in-progress`; `idempotency-key-reused`
    List<Upload.Completed> outcome(KeyedUpload earlier) {
        if (!earlier.fingerprint().equals(FINGERPRINT)) {
            throw UploadRequests.keyReused();
        }
        Instant end = clock.instant().plus(LONGEST_WAIT);
        while (clock.instant().isBefore(end)) {
            Upload first = uploads.find(earlier.id()).orElseThrow(UploadLookup::notFound);
            if (first instanceof Upload.Completed) {
                return all(first.id());
            }
            if (!first.state().isOpen()) {
                throw later("The call with this Idempotency-Key failed: repeat yours.");
            }
            pause.lasting(LOOK_AGAIN);
        }
        throw later("The call with this Idempotency-Key is under way: repeat yours.");
    }

    private List<Upload.Completed> all(UploadId first) {
        return uploads.keyed(first).stream()
                .map(id -> uploads.find(id).orElseThrow(UploadLookup::notFound))
                .map(Upload.Completed.class::cast)
                .toList();
    }

    /// @throws ProblemException `upload-closed` when one was deleted
    List<DocumentFamily> families(List<Upload.Completed> completed) {
        return completed.stream()
                .map(u -> documents.find(u.family()).orElseThrow(() -> Completions.closed(u)))
                .toList();
    }

    private static ProblemException later(String detail) {
        return new Problem.Later(ProblemCode.COMPLETION_IN_PROGRESS, detail, ASK_AGAIN)
                .asException();
    }
}
