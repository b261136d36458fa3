package dev.penstock.client;

import dev.penstock.contract.CompletedPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Sends the parts of a file that the storage lacks: one thread reads part after part for their
/// checksums and asks for URLs, many send.
final class FileSending {
    private final SourceFile file;
    private final OpenUpload upload;
    private final PartSender sender;
    private final UploadSettings settings;
    private final ProgressListener listener;
    private final RangeHasher hasher = new RangeHasher();

    FileSending(
            SourceFile file,
            OpenUpload upload,
            PartSender sender,
            UploadSettings settings,
            ProgressListener listener) {
        this.file = file;
        this.upload = upload;
        this.sender = sender;
        this.settings = settings;
        this.listener = listener;
    }

    List<PartLayout.Slice> slices() {
        return upload.layout().cut(file.size());
    }

    /// Sends all parts but those that are stored and the same.
    ///
    /// @throws FileChangedException when the file is not what it was
    SentParts sendAll(StoredPartCheck stored) {
        var whole = new WholeChecksum(upload.algorithm());
        var pass = new Pass(stored, whole);
        var parts = pass.over(slices());
        return new SentParts(List.copyOf(parts.values()), file.size(), whole.get(), pass.traffic);
    }

    /// Sends the one part of a single upload, already read.
    SentParts sendSingle(Opening.First first) {
        try {
            var stored = sender.send(first.part(), first.url());
            file.requireUnchanged();
            return new SentParts(
                    List.of(stored),
                    file.size(),
                    first.part().checksum(),
                    Traffic.NONE.plusSent(file.size()));
        } catch (SourceChangedException e) {
            throw changed(e);
        }
    }

    private FileChangedException changed(SourceChangedException e) {
        file.requireUnchanged();
        return e.getCause() instanceof ShortFileException ? file.shorter() : file.otherBytes();
    }

    /// Sends some parts once more.
    SentParts sendAgain(SentParts before, Collection<Integer> numbers) {
        var pass =
                new Pass(
                        StoredPartCheck.nothingStored(upload.algorithm()),
                        new WholeChecksum(upload.algorithm()));
        pass.traffic = before.traffic();
        var again = slices().stream().filter(s -> numbers.contains(s.number())).toList();
        return before.replacedBy(pass.over(again).values(), pass.traffic);
    }

    /// One walk over parts, in order.
    private final class Pass {
        private final StoredPartCheck stored;
        private final WholeChecksum whole;
        private final Map<Integer, CompletedPart> parts = new TreeMap<>();
        private final List<HashedPart> batch = new ArrayList<>();
        private Traffic traffic = Traffic.NONE;

        Pass(StoredPartCheck stored, WholeChecksum whole) {
            this.stored = stored;
            this.whole = whole;
        }

        Map<Integer, CompletedPart> over(List<PartLayout.Slice> slices) {
            long largest = slices.stream().mapToLong(PartLayout.Slice::size).max().orElse(1);
            int full = settings.batchOf(largest, upload.maxPartsPerRequest());
            int ahead = settings.parallel() + full;
            var concurrency = ConcurrencyController.fixed(settings.parallel());
            try (var dispatch = new PartDispatch(sender, concurrency, ahead)) {
                int wanted = Math.min(full, settings.parallel());
                for (var slice : slices) {
                    take(slice, dispatch);
                    if (batch.size() >= wanted) {
                        flush(dispatch);
                        wanted = full;
                    }
                }
                flush(dispatch);
                parts.putAll(dispatch.finish());
            } catch (ShortFileException e) {
                throw file.shorter();
            } catch (SourceChangedException e) {
                throw changed(e);
            } catch (IOException e) {
                throw new UnsendableFileException(file.path() + " cannot be read.", e);
            }
            file.requireUnchanged();
            return parts;
        }

        private void take(PartLayout.Slice slice, PartDispatch dispatch) throws IOException {
            var range = file.range(slice);
            var sums = hasher.hash(range, stored.needed(slice));
            var checksum =
                    upload.algorithm().map(a -> new NamedChecksum(a, String.valueOf(sums.get(a))));
            checksum.ifPresent(c -> whole.append(c.value(), slice.size()));
            var part = new HashedPart(slice.number(), range, checksum);
            var same = stored.same(slice, sums);
            if (same.isPresent()) {
                parts.put(part.number(), part.completed(same.map(s -> s.etag())));
                traffic = traffic.plusKept(slice.size());
                listener.on(new UploadEvent.PartKept(part.number(), slice.size()));
            } else {
                traffic = traffic.plusSent(slice.size());
                batch.add(part);
                dispatch.awaitRoom();
            }
        }

        private void flush(PartDispatch dispatch) throws SourceChangedException {
            if (batch.isEmpty()) {
                return;
            }
            var urls = sender.urls().ask(batch);
            for (var part : batch) {
                dispatch.send(part, url(urls, part));
            }
            batch.clear();
        }
    }

    private static LiveUrl url(Map<Integer, LiveUrl> urls, HashedPart part) {
        return Objects.requireNonNull(urls.get(part.number()));
    }
}
