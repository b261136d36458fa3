package dev.penstock.client;

import dev.penstock.contract.CompletionBodyBuilder;
import dev.penstock.contract.UploadStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// An upload that was begun earlier, here or elsewhere, as the service tells of it.
final class Resumption {
    private final IntakeRoutes routes;
    private final UploadStatus status;
    private final UploadKind kind;
    private final long size;

    /// @param known how it was begun, where the journal tells
    /// @param size of the file, in bytes
    /// @throws UnsendableFileException when the upload was announced with another length
    /// @throws UploadGoneException when it is over and no document
    Resumption(IntakeRoutes routes, UploadStatus status, Optional<UploadKind> known, long size) {
        this.routes = routes;
        this.status = status;
        this.kind = known.orElseGet(() -> guessedKind(status));
        this.size = size;
        if (status.contentLength().orElse(size) != size) {
            throw new UnsendableFileException(
                    "Upload %s is of a file of %d bytes; this one has %d."
                            .formatted(status.uploadId(), status.contentLength().orElse(0), size));
        }
        requireAlive();
    }

    private static UploadKind guessedKind(UploadStatus status) {
        return status.contentLength().orElse(-1) == status.partSize()
                ? UploadKind.SINGLE
                : UploadKind.MULTIPART;
    }

    private void requireAlive() {
        switch (status.state()) {
            case "aborted", "expired", "rejected", "failed" -> throw gone(status);
            default -> {}
        }
    }

    static UploadGoneException gone(UploadStatus status) {
        var problem = status.problem().orElse("");
        var more = problem.isEmpty() ? "" : " (" + problem + ")";
        return UploadGoneException.of(
                status.uploadId(), "it is " + status.state() + more + ".", problem);
    }

    /// Where all bytes had arrived and completion had begun, that is all there is to repeat.
    ///
    /// @return empty: there are parts to send
    Optional<SentFile> repeatedCompletion(DocumentFields fields) {
        if (status.state().equals("receiving")) {
            return Optional.empty();
        }
        var body = new CompletionBodyBuilder().size(size);
        fields.addTo(body);
        try {
            var family = routes.complete(kind, handle(), Optional.empty(), body.build());
            var kept = new Traffic(0, 0, status.receivedParts(), status.receivedBytes());
            var sent = new SentParts(List.of(), size, Optional.empty(), kept);
            Completion.requireSame(family, sent);
            return Optional.of(
                    new SentFile(
                            family, Optional.of(status.uploadId()), size, Optional.empty(), kept));
        } catch (ServiceRefusedException e) {
            if (e.remedy() == ServiceRemedy.SEND_PARTS_AGAIN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    OpenUpload upload() {
        var info = routes.info();
        return new OpenUpload(
                kind,
                handle(),
                status.path(),
                new PartLayout(status.partSize(), status.partGrowthEvery()),
                OpenUpload.algorithm(status.checksumAlgorithm()),
                info.maxPartsPerRequest(),
                Duration.ofSeconds(info.partUrlTtlSeconds()));
    }

    private UploadHandle handle() {
        return new UploadHandle(status.uploadId(), status.s3Key());
    }
}
