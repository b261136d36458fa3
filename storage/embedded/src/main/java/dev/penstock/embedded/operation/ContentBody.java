package dev.penstock.embedded.operation;

import dev.penstock.embedded.body.ByteSink;
import dev.penstock.embedded.catalog.SegmentPlace;
import dev.penstock.embedded.catalog.StoredObject;
import dev.penstock.embedded.http.ReplyBody;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;

/// The bytes of an object, or a run of them, read segment by segment through one small buffer.
/// Keeps the object's blobs from being deleted until it is closed.
final class ContentBody implements ReplyBody {
    private static final int PAGE = 64;

    private final Storage storage;
    private final StoredObject object;
    private final ByteRange range;

    ContentBody(Storage storage, StoredObject object, ByteRange range) {
        this.storage = storage;
        this.object = object;
        this.range = range;
    }

    @Override
    public long length() {
        return range.length();
    }

    @Override
    public void writeTo(ByteSink sink) throws IOException {
        try (Buffers.Lease lease = Buffers.READING.borrow()) {
            long at = range.offset();
            long end = range.offset() + range.length();
            while (at < end) {
                long from = at;
                List<SegmentPlace> page =
                        storage.catalog()
                                .read(t -> t.segments().covering(object.content(), from, PAGE));
                for (SegmentPlace segment : page) {
                    at = write(segment, at, end, lease.buffer(), sink);
                }
                if (at == from) {
                    throw new IOException("object content " + object.content() + " has a gap");
                }
            }
        }
    }

    private long write(SegmentPlace segment, long from, long end, ByteBuffer buffer, ByteSink sink)
            throws IOException {
        long at = from;
        long segmentEnd = Math.min(end, segment.start() + segment.size());
        if (at >= segmentEnd) {
            return at;
        }
        try (FileChannel file = storage.blobs().read(segment.blob())) {
            while (at < segmentEnd) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), segmentEnd - at));
                int read = file.read(buffer, at - segment.start());
                if (read < 0) {
                    throw new EOFException("blob " + segment.blob() + " is too short");
                }
                sink.accept(buffer.flip());
                at += read;
            }
        }
        return at;
    }

    @Override
    public void close() {
        storage.housekeeping().contents().release(object.content());
    }
}
