package dev.penstock.embedded.http;

import dev.penstock.embedded.body.RateFloor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Writes a reply, waiting for the client as long as it takes a little all the time.
final class ReplyWriter {
    private final Response response;
    private final RateFloor floor;
    private final Wire wire;

    ReplyWriter(Response response, RateFloor floor, Wire wire) {
        this.response = response;
        this.floor = floor;
        this.wire = wire;
    }

    void write(Reply reply) throws IOException {
        response.setStatus(reply.status());
        for (Map.Entry<String, String> header : reply.headers().entrySet()) {
            response.getHeaders().put(header.getKey(), header.getValue());
        }
        if (response.getRequest().getMethod().equals("HEAD") || reply.status() == 304) {
            write(ByteBuffer.allocate(0), true);
        } else {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length());
            reply.body().writeTo(bytes -> write(bytes, false));
            write(ByteBuffer.allocate(0), true);
        }
    }

    private void write(ByteBuffer bytes, boolean last) throws IOException {
        int length = bytes.remaining();
        CompletableFuture<Void> written = new CompletableFuture<>();
        response.write(
                last,
                bytes,
                Callback.from(() -> written.complete(null), written::completeExceptionally));
        long patience = wire.rateWindow().toMillis() + 1000L * length / wire.bytesPerSecond();
        try {
            written.get(patience, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the client does not read", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("the client reads too slowly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while writing", e);
        }
        floor.moved(length);
    }
}
