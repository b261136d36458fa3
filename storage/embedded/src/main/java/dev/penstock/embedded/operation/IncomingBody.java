package dev.penstock.embedded.operation;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.embedded.blob.IncomingBlob;
import dev.penstock.embedded.body.ByteSink;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/// Writes a body to its blob and hashes it meanwhile.
///
/// MD5 is slower than everything else together, so it has a thread of its own that works on one
/// buffer while the next one fills and is written: two buffers, whatever the size of the body.
/// Where large buffers are out, they are small ones.
final class IncomingBody implements ByteSink, AutoCloseable {
    private static final Executor HASHING = task -> Thread.ofVirtual().start(task);

    private final IncomingBlob blob;
    private final Digests beside;
    private final Digests inLine;
    private final Buffers.Lease first = Buffers.RECEIVING.borrow();
    private final Buffers.Lease second = Buffers.RECEIVING.borrow();
    private ByteBuffer filling = first.buffer();
    private ByteBuffer spare = second.buffer();
    private CompletableFuture<Void> hashing = CompletableFuture.completedFuture(null);

    IncomingBody(IncomingBlob blob, Set<ChecksumAlgorithm> algorithms) {
        this.blob = blob;
        Set<ChecksumAlgorithm> quick = EnumSet.of(ChecksumAlgorithm.CRC64NVME);
        Set<ChecksumAlgorithm> slow = EnumSet.copyOf(algorithms);
        slow.removeAll(quick);
        this.inLine = new Digests(quick);
        this.beside = new Digests(slow);
    }

    @Override
    public void accept(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            int take = Math.min(filling.remaining(), bytes.remaining());
            filling.put(bytes.slice(bytes.position(), take));
            bytes.position(bytes.position() + take);
            if (!filling.hasRemaining()) {
                pass();
            }
        }
    }

    private void pass() throws IOException {
        ByteBuffer full = filling.flip();
        await();
        hashing = CompletableFuture.runAsync(() -> beside.update(full), HASHING);
        inLine.update(full);
        blob.write(full.duplicate());
        filling = spare.clear();
        spare = full;
    }

    /// The base64 values of all that came. To be called once.
    Map<ChecksumAlgorithm, String> finish() throws IOException {
        await();
        ByteBuffer rest = filling.flip();
        beside.update(rest);
        inLine.update(rest);
        blob.write(rest);
        Map<ChecksumAlgorithm, String> values = new EnumMap<>(ChecksumAlgorithm.class);
        values.putAll(beside.finish());
        values.putAll(inLine.finish());
        return values;
    }

    private void await() throws IOException {
        try {
            hashing.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while hashing");
        } catch (ExecutionException e) {
            throw new IOException("hashing failed", e.getCause());
        }
    }

    /// The buffers are somebody else's next, so nobody may read them any more.
    @Override
    public void close() {
        hashing.exceptionally(_ -> null).join();
        first.close();
        second.close();
    }
}
