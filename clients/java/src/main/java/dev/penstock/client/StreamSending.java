package dev.penstock.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Sends a stream of unknown length: each connection's part is spooled to a temporary file first,
/// since a part that fails is sent again.
final class StreamSending {
    private final OpenUpload upload;
    private final PartSender sender;
    private final UploadSettings settings;

    StreamSending(OpenUpload upload, PartSender sender, UploadSettings settings) {
        this.upload = upload;
        this.sender = sender;
        this.settings = settings;
    }

    /// @throws UnsendableFileException when the stream cannot be read, or not be spooled
    SentParts sendAll(InputStream stream) {
        var concurrency = ConcurrencyController.fixed(settings.parallel());
        try (var dispatch = new PartDispatch(sender, concurrency, settings.parallel())) {
            return sendAll(stream, dispatch);
        } catch (IOException e) {
            throw new UnsendableFileException(
                    "The stream cannot be read, or not be spooled to a temporary file (%s)."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private SentParts sendAll(InputStream stream, PartDispatch dispatch) throws IOException {
        var whole = new WholeChecksum(upload.algorithm());
        var traffic = Traffic.NONE;
        for (int number = 1; ; number++) {
            dispatch.awaitRoom();
            long most = upload.layout().sizeOf(number);
            var part = SpooledPart.read(stream, most, upload.algorithm());
            if (part.size() == 0) {
                part.discard();
                break;
            }
            part.checksum().ifPresent(c -> whole.append(c.value(), part.size()));
            traffic = traffic.plusSent(part.size());
            send(part, number, dispatch);
            if (part.size() < most) {
                break;
            }
        }
        var parts = List.copyOf(dispatch.finish().values());
        return new SentParts(parts, traffic.bytesSent(), whole.get(), traffic);
    }

    private void send(SpooledPart spooled, int number, PartDispatch dispatch) throws IOException {
        var part = spooled.toSend(number);
        LiveUrl url;
        try {
            url = sender.urls().askFor(part);
        } catch (RuntimeException e) {
            spooled.discard();
            throw e;
        }
        dispatch.send(part, url, spooled::discard);
    }
}
