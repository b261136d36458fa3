package dev.penstock.client;

import dev.penstock.contract.CompletedPart;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;

/// Brings one part into the storage, however often that takes.
final class PartSender {
    private final StorageConnection storage;
    private final PartUrlSource urls;
    private final IntakeRoutes routes;
    private final UUID uploadId;
    private final RetryPolicy policy;
    private final ProgressListener listener;

    PartSender(
            PenstockClient client,
            IntakeRoutes routes,
            OpenUpload upload,
            ProgressListener listener) {
        this.storage = client.storage();
        this.urls = new PartUrlSource(routes, upload);
        this.routes = routes;
        this.uploadId = upload.handle().uploadId();
        this.policy = client.retryPolicy();
        this.listener = listener;
    }

    PartUrlSource urls() {
        return urls;
    }

    /// @throws SourceChangedException when the bytes are not those that were hashed
    /// @throws PenstockException when it cannot be done
    CompletedPart send(HashedPart part, LiveUrl first) throws SourceChangedException {
        var tries = new PartTries(new Retries(policy, listener));
        var url = first;
        while (true) {
            url = urls.freshened(url, part);
            switch (attempt(part, url)) {
                case PutOutcome.Stored(var etag) -> {
                    listener.on(new UploadEvent.PartStored(part.number(), part.size()));
                    return part.completed(etag);
                }
                case PutOutcome.NoAnswer(var reason) -> {
                    tries.pauseAfterSilence(reason);
                    url = tries.failures() > 1 ? urls.askFor(part) : url;
                }
                case PutOutcome.Refused refused -> url = afterRefusal(part, url, refused, tries);
            }
        }
    }

    private PutOutcome attempt(HashedPart part, LiveUrl url) throws SourceChangedException {
        var transfer = new Transfer(part.size(), bytes -> report(part, bytes));
        var arrived = false;
        try {
            var outcome = storage.put(url.url(), part.range(), transfer);
            arrived = outcome instanceof PutOutcome.Stored;
            return outcome;
        } catch (ShortFileException e) {
            throw new SourceChangedException(e);
        } finally {
            if (!arrived) {
                transfer.reset();
            }
        }
    }

    private void report(HashedPart part, long bytes) {
        listener.on(
                bytes >= 0
                        ? new UploadEvent.BytesSent(part.number(), bytes)
                        : new UploadEvent.BytesLost(part.number(), -bytes));
    }

    private LiveUrl afterRefusal(
            HashedPart part, LiveUrl url, PutOutcome.Refused refused, PartTries tries)
            throws SourceChangedException {
        switch (StorageRemedy.of(refused.status(), refused.s3Code())) {
            case RETRY -> tries.pauseAfter(refused, part);
            case NEW_URL -> {
                tries.countRefusedUrl(refused, part);
                return urls.askFor(part);
            }
            case READ_AGAIN -> {
                requireSameBytes(part);
                tries.countCorruption(refused, part);
            }
            case ASK_SERVICE -> {
                requireReceiving();
                if (tries.isDenialFinal(refused)) {
                    throw lost(refused);
                }
                return urls.askFor(part);
            }
            case GIVE_UP -> throw PartTries.refusal(refused, part);
        }
        return url;
    }

    private void requireSameBytes(HashedPart part) throws SourceChangedException {
        if (part.checksum().isEmpty()) {
            return;
        }
        var hashed = part.checksum().get();
        try {
            var now = new RangeHasher().hash(part.range(), Set.of(hashed.algorithm()));
            if (!hashed.value().equals(now.get(hashed.algorithm()))) {
                throw new SourceChangedException(new IOException("other bytes"));
            }
        } catch (SourceChangedException e) {
            throw e;
        } catch (IOException e) {
            throw new SourceChangedException(e);
        }
    }

    /// The storage says that it does not know the upload; the service's own answer is the cause
    /// that a person should read.
    private void requireReceiving() {
        var status = routes.upload(uploadId);
        if (!status.state().equals("receiving")) {
            throw Resumption.gone(status);
        }
    }

    /// Only the storage says so.
    private UploadGoneException lost(PutOutcome.Refused refused) {
        var code = refused.s3Code().isEmpty() ? ServiceRemedy.LOST : refused.s3Code();
        return UploadGoneException.lost(
                uploadId, "the storage does not know it any more (%s).".formatted(code));
    }
}
