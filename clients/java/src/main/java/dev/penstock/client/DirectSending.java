package dev.penstock.client;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.contract.DocumentFamilyJson;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Sends a file to the service itself, in one call that makes the document.
final class DirectSending {
    private static final ChecksumAlgorithm OWN_CHECK = ChecksumAlgorithm.CRC64NVME;

    private final IntakeRoutes routes;
    private final ProgressListener listener;

    DirectSending(IntakeRoutes routes, ProgressListener listener) {
        this.routes = routes;
        this.listener = listener;
    }

    /// Whether the service takes the file so, as it says itself.
    boolean fits(SourceFile file, FileToSend toSend) {
        long whole = file.size() + new DirectForm(toSend).overhead();
        return whole <= routes.info().maxDirectBytes();
    }

    /// @throws FileChangedException when the file is not what it was
    /// @throws NotVerifiedException when the document is not what was sent
    SentFile send(SourceFile file, FileToSend toSend) {
        var checksum = checksum(file);
        var form = new DirectForm(toSend);
        var begun = new AtomicBoolean();
        listener.on(new UploadEvent.SendingDirectly(file.size()));
        var transfer =
                new Transfer(
                        file.size(),
                        bytes -> {
                            begun.set(true);
                            moved(bytes);
                        });
        var family = ask(file, form, transfer, begun);
        file.requireUnchanged();
        var sent =
                new SentParts(
                        List.of(),
                        file.size(),
                        Optional.of(checksum),
                        Traffic.NONE.plusSent(file.size()));
        Completion.requireSame(family, sent);
        return new SentFile(
                family, family.uploadId(), sent.size(), sent.checksum(), sent.traffic());
    }

    private DocumentFamilyJson ask(
            SourceFile file, DirectForm form, Transfer transfer, AtomicBoolean begun) {
        long bytes = file.size() + form.overhead();
        try {
            return routes.direct(form.body(file.whole(), transfer), bytes, begun::get);
        } catch (PenstockException e) {
            transfer.reset();
            file.requireUnchanged();
            throw e;
        }
    }

    private void moved(long bytes) {
        listener.on(
                bytes < 0
                        ? new UploadEvent.BytesLost(1, -bytes)
                        : new UploadEvent.BytesSent(1, bytes));
    }

    private static NamedChecksum checksum(SourceFile file) {
        try {
            var sums = new RangeHasher().hash(file.whole(), EnumSet.of(OWN_CHECK));
            return new NamedChecksum(OWN_CHECK, String.valueOf(sums.get(OWN_CHECK)));
        } catch (ShortFileException e) {
            throw file.shorter();
        } catch (IOException e) {
            throw new UnsendableFileException(file.path() + " cannot be read.", e);
        }
    }
}
