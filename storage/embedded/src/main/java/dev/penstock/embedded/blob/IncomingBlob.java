package dev.penstock.embedded.blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A blob that is being written. Closed without [#commit] it leaves nothing behind.
public final class IncomingBlob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IncomingBlob.class);

    private final BlobFolder folder;
    private final BlobId id;
    private final FileChannel channel;
    private boolean kept;

    IncomingBlob(BlobFolder folder, BlobId id, FileChannel channel) {
        this.folder = folder;
        this.id = id;
        this.channel = channel;
    }

    /// The name it will be found by.
    public BlobId id() {
        return id;
    }

    /// Appends what remains in the buffer.
    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// Makes bytes and name durable, then runs the transaction that gives the blob an owner.
    ///
    /// A transaction that throws has changed nothing, and the blob goes with it; only after an
    /// [OutcomeUnknown] is the file left for the next start to judge.
    public <T> T commit(Supplier<T> transaction) throws IOException {
        channel.force(false);
        Disk.syncFolder(folder.path(id).resolveSibling("."));
        try {
            T result = transaction.get();
            kept = true;
            return result;
        } catch (RuntimeException e) {
            kept = e instanceof OutcomeUnknown;
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            if (!kept) {
                folder.delete(id);
            }
        } catch (IOException e) {
            LOG.warn("blob {} is left behind until the next start", id, e);
        } finally {
            folder.settled(id);
        }
    }

    /// Marks an exception of a transaction that may have happened all the same.
    public interface OutcomeUnknown {}
}
