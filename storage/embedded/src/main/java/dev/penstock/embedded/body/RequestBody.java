package dev.penstock.embedded.body;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/// The bytes of a request as they arrive, read by one thread that may block.
///
/// A client that waits for `100 Continue` gets it with the first read; refused before that, it
/// never sends its body.
public final class RequestBody {
    private static final Duration LONG = Duration.ofDays(1);

    private final Request request;
    private final RateFloor floor;
    private final Semaphore arrived = new Semaphore(0);
    private boolean begun;
    private boolean ended;
    private boolean waiting;

    /// @param floor for a client that trickles
    public RequestBody(Request request, RateFloor floor) {
        this.request = request;
        this.floor = floor;
        this.ended = !announced(request.getHeaders());
    }

    /// Without one of these headers a request has no body (RFC 9112 section 6.3).
    private static boolean announced(HttpFields headers) {
        return headers.contains(HttpHeader.TRANSFER_ENCODING)
                || headers.getLongField(HttpHeader.CONTENT_LENGTH) > 0;
    }

    /// Reads all of it into the sink.
    ///
    /// @throws BrokenBodyException if it does not come to its end
    public void readTo(ByteSink sink) throws IOException {
        while (!ended) {
            Content.@Nullable Chunk chunk = next(LONG);
            if (chunk != null) {
                pass(chunk, sink);
            }
        }
    }

    private void pass(Content.Chunk chunk, ByteSink sink) throws IOException {
        try {
            ByteBuffer bytes = chunk.getByteBuffer();
            floor.moved(bytes.remaining());
            if (bytes.hasRemaining()) {
                sink.accept(bytes);
            }
        } finally {
            chunk.release();
        }
    }

    /// Whether all of it was read.
    public boolean isConsumed() {
        return ended;
    }

    /// Reads and forgets a little of what a refused client still sends, so that it finds the answer
    /// rather than a broken connection.
    ///
    /// @return whether the connection is quiet now; else it is still being read and has to be cut
    public boolean drain(long maxBytes, Duration maxTime) throws IOException {
        long deadline = System.nanoTime() + maxTime.toNanos();
        long left = maxBytes;
        while (!ended && !isHeldBack() && left > 0) {
            Content.@Nullable Chunk chunk = next(Duration.ofNanos(deadline - System.nanoTime()));
            if (chunk == null) {
                return false;
            }
            left -= chunk.remaining();
            chunk.release();
        }
        return true;
    }

    /// Whether the client waits for `100 Continue` before it sends anything.
    private boolean isHeldBack() {
        return !begun && request.getHeaders().contains(HttpHeader.EXPECT);
    }

    /// The next piece; null when it does not come in time.
    private Content.@Nullable Chunk next(Duration patience) throws IOException {
        while (true) {
            Content.@Nullable Chunk chunk = request.read();
            begun = true;
            if (chunk == null) {
                if (!await(patience)) {
                    return null;
                }
            } else if (Content.Chunk.isFailure(chunk)) {
                ended = true;
                throw new BrokenBodyException(chunk.getFailure());
            } else {
                ended = chunk.isLast();
                return chunk;
            }
        }
    }

    private boolean await(Duration patience) throws InterruptedIOException {
        if (!waiting) {
            waiting = true;
            request.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, arrived::release));
        }
        try {
            waiting = !arrived.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            return !waiting;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading a body");
        }
    }
}
