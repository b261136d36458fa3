package dev.penstock.client;

import dev.penstock.contract.UploadStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Sends files and streams to one intake and resumes what was cut off.
///
/// A small file goes to the service itself, in one call. The way of any other: the service is asked
/// for a plan (one URL for a small file, else parts); the upload is written into the journal; each
/// part is read for its checksum, gets a URL whose signature holds size and checksum, and goes
/// straight to the storage; the service compares what the storage holds and makes the document. An
/// upload that the storage drops by itself is begun anew, up to three times
/// ([UploadEvent.StartingAnew]). Every method throws a [PenstockException] when that cannot be
/// done. May be used by many threads.
public final class Uploader {
    /// How long a service may be out of reach before anything has been sent: a mistyped address
    /// should not take as long to be told as an outage in the middle of a night's upload.
    private static final Duration FIRST_CONTACT = Duration.ofSeconds(20);

    private static final String LARGE_OFF = "large-uploads-disabled";

    /// From a service that has no direct uploads.
    private static final String NO_SUCH_ROUTE = "method-not-allowed";

    private final PenstockClient client;
    private final IntakeAddress intake;
    private final UploadSettings settings;
    private final UploadJournal journal;
    private final ProgressListener listener;
    private final IntakeRoutes routes;
    private final Opening opening;
    private final Restarts restarts;
    private final DirectSending direct;

    public Uploader(
            PenstockClient client,
            IntakeAddress intake,
            UploadSettings settings,
            UploadJournal journal,
            ProgressListener listener) {
        this.client = client;
        this.intake = intake;
        this.settings = settings;
        this.journal = journal;
        this.listener = listener;
        this.routes = client.intake(intake, listener);
        this.opening = new Opening(routes.withSilence(FIRST_CONTACT), settings);
        this.restarts = new Restarts(journal, listener);
        this.direct = new DirectSending(routes.withSilence(FIRST_CONTACT), listener);
    }

    /// Sends a file from its beginning: straight to the storage, or to the service itself as the
    /// settings say ([DirectUse]).
    public SentFile send(FileToSend toSend) {
        try (var file = SourceFile.open(toSend.file())) {
            if (settings.sendsDirectly(file.size())) {
                return sendDirectly(file, toSend);
            }
            file.requireBytes();
            return sendToStorageIfAllowed(file, toSend);
        }
    }

    private SentFile sendDirectly(SourceFile file, FileToSend toSend) {
        boolean small = file.size() <= Math.max(0, settings.directLimit());
        if (!small && !direct.fits(file, toSend)) {
            throw new UnsendableFileException(
                    file.path() + " is larger than the service takes by direct upload.");
        }
        try {
            return direct.send(file, toSend);
        } catch (ServiceRefusedException e) {
            boolean mayTurn = settings.direct() == DirectUse.AUTO && file.size() > 0;
            if (mayTurn && e.code().equals(NO_SUCH_ROUTE)) {
                return sendToStorage(file, toSend, journal::save);
            }
            throw e;
        }
    }

    private SentFile sendToStorageIfAllowed(SourceFile file, FileToSend toSend) {
        var begun = new AtomicBoolean();
        try {
            return sendToStorage(
                    file,
                    toSend,
                    entry -> {
                        journal.save(entry);
                        begun.set(true);
                    });
        } catch (ServiceRefusedException e) {
            boolean mayTurn = settings.direct() == DirectUse.AUTO && !begun.get();
            if (mayTurn && e.code().equals(LARGE_OFF) && direct.fits(file, toSend)) {
                return direct.send(file, toSend);
            }
            throw e;
        }
    }

    private SentFile sendToStorage(
            SourceFile file, FileToSend toSend, Consumer<JournalEntry> remember) {
        return restarts.untilKept(
                () -> send(file, toSend, remember), lost -> anew(lost, file, toSend));
    }

    private SentFile anew(UUID lost, SourceFile file, FileToSend toSend) {
        file.requireUnchanged();
        return send(
                file,
                toSend,
                entry -> {
                    journal.replace(lost, entry);
                    giveUp(lost);
                });
    }

    /// Where only the storage denied the upload, the service still takes it for an open one.
    private void giveUp(UUID lost) {
        routes.abort(new UploadHandle(lost, routes.upload(lost).s3Key()));
    }

    private SentFile send(SourceFile file, FileToSend toSend, Consumer<JournalEntry> remember) {
        var opened = opening.open(file, toSend);
        var upload = opened.upload();
        remember.accept(
                JournalEntry.of(client, intake, upload, file, toSend.fields(), opened.expiresAt()));
        return untilOver(
                upload.handle().uploadId(),
                () -> {
                    announce(file, upload);
                    var sending = sending(file, upload);
                    var sent =
                            opened.first()
                                    .map(sending::sendSingle)
                                    .orElseGet(() -> sendAll(sending, upload));
                    return complete(upload, sending, sent, toSend.fields());
                });
    }

    private static SentParts sendAll(FileSending sending, OpenUpload upload) {
        return sending.sendAll(StoredPartCheck.nothingStored(upload.algorithm()));
    }

    /// Sends a stream, which can neither be resumed nor begun anew: what came of it is given up
    /// when it fails.
    public SentFile sendStream(StreamToSend toSend) {
        var stream = new PushbackInputStream(toSend.stream());
        requireBytes(stream);
        var upload = opening.openStream(toSend);
        listener.on(
                new UploadEvent.Opened(
                        upload.handle().uploadId(),
                        OptionalLong.empty(),
                        OptionalInt.empty(),
                        upload.algorithm().map(a -> a.s3Name())));
        try {
            return orGone(
                    upload.handle().uploadId(), () -> sendStream(stream, upload, toSend.fields()));
        } catch (UploadGoneException e) {
            routes.abortQuietly(upload.handle());
            throw e.reason() == UploadGoneException.Cause.LOST ? e.ofStream() : e;
        } catch (RuntimeException e) {
            routes.abortQuietly(upload.handle());
            throw e;
        }
    }

    private SentFile sendStream(InputStream stream, OpenUpload upload, DocumentFields fields) {
        var sent = new StreamSending(upload, sender(upload), settings).sendAll(stream);
        listener.on(new UploadEvent.Completing());
        return new Completion(routes, upload, fields)
                .complete(
                        sent,
                        (parts, numbers) -> {
                            throw new NotVerifiedException(
                                    "The storage lost parts %s of the stream.".formatted(numbers));
                        });
    }

    private static void requireBytes(PushbackInputStream stream) {
        try {
            int first = stream.read();
            if (first < 0) {
                throw new UnsendableFileException("The stream is empty; there is nothing to send.");
            }
            stream.unread(first);
        } catch (IOException e) {
            throw new UnsendableFileException("The stream cannot be read.", e);
        }
    }

    /// Goes on with an upload of the journal; the file must be what it was.
    ///
    /// @throws IllegalArgumentException when it belongs to another intake
    public SentFile resume(JournalEntry entry) {
        if (!entry.intakeAddress().equals(intake)) {
            throw new IllegalArgumentException("the upload belongs to " + entry.intake());
        }
        try (var file = SourceFile.open(Path.of(entry.file()))) {
            file.requireUnchanged(entry.size(), entry.modified());
            return resume(entry.uploadId(), file, entry.fields());
        }
    }

    /// Goes on with an upload of which only the id and the file are known. Whatever the storage
    /// holds is compared with the file as it is now.
    ///
    /// @param fields of the document, which only the journal remembers
    public SentFile resume(UUID uploadId, Path path, DocumentFields fields) {
        try (var file = SourceFile.open(path)) {
            return resume(uploadId, file, fields);
        }
    }

    private SentFile resume(UUID uploadId, SourceFile file, DocumentFields fields) {
        file.requireBytes();
        var status = status(uploadId);
        var whole = new FileToSend(file.path(), status.path(), status.contentType(), fields);
        return restarts.untilKept(
                () -> resume(status, file, fields), lost -> anew(lost, file, whole));
    }

    private UploadStatus status(UUID uploadId) {
        try {
            return orGone(uploadId, () -> routes.withSilence(FIRST_CONTACT).upload(uploadId));
        } catch (UploadGoneException e) {
            journal.remove(uploadId);
            throw e;
        }
    }

    private SentFile resume(UploadStatus status, SourceFile file, DocumentFields fields) {
        return untilOver(
                status.uploadId(),
                () -> {
                    var kind = journal.find(status.uploadId()).map(JournalEntry::kind);
                    var resumption = new Resumption(routes, status, kind, file.size());
                    return resumption
                            .repeatedCompletion(fields)
                            .orElseGet(() -> sendRest(resumption, file, fields));
                });
    }

    private SentFile sendRest(Resumption resumption, SourceFile file, DocumentFields fields) {
        var upload = resumption.upload();
        announce(file, upload);
        var sending = sending(file, upload);
        var stored =
                new StoredPartCheck(upload.algorithm(), routes.parts(upload.handle().uploadId()));
        return complete(upload, sending, sending.sendAll(stored), fields);
    }

    private SentFile complete(
            OpenUpload upload, FileSending sending, SentParts sent, DocumentFields fields) {
        listener.on(new UploadEvent.Completing());
        return new Completion(routes, upload, fields).complete(sent, sending::sendAgain);
    }

    private FileSending sending(SourceFile file, OpenUpload upload) {
        return new FileSending(file, upload, sender(upload), settings, listener);
    }

    private PartSender sender(OpenUpload upload) {
        return new PartSender(client, routes, upload, listener);
    }

    private void announce(SourceFile file, OpenUpload upload) {
        listener.on(
                new UploadEvent.Opened(
                        upload.handle().uploadId(),
                        OptionalLong.of(file.size()),
                        OptionalInt.of(upload.layout().cut(file.size()).size()),
                        upload.algorithm().map(a -> a.s3Name())));
    }

    /// Forgets the upload when it has become a document.
    ///
    /// @throws UploadGoneException when it never will
    private SentFile untilOver(UUID uploadId, Supplier<SentFile> work) {
        var sent = orGone(uploadId, work);
        journal.remove(uploadId);
        return sent;
    }

    private static <T> T orGone(UUID uploadId, Supplier<T> work) {
        try {
            return work.get();
        } catch (ServiceRefusedException e) {
            throw e.remedy() == ServiceRemedy.START_ANEW ? e.gone(uploadId) : e;
        }
    }

    /// Gives an upload up, its bytes in the storage and its entry in the journal.
    public void abort(UploadHandle upload) {
        routes.abort(upload);
        journal.remove(upload.uploadId());
    }
}
