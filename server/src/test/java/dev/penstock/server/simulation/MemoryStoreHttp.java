package dev.penstock.server.simulation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.PartNumber;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// URLs for a [MemoryStore], so that an ordinary client can send and read: a path of the word
/// `object` and its key, or of a multipart id, a part number and the key.
final class MemoryStoreHttp implements AutoCloseable {
    private final MemoryStore store;
    private final HttpServer server;

    MemoryStoreHttp(MemoryStore store) throws IOException {
        this.store = store;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url(String kind, String number, ObjectKey key) {
        return "http://127.0.0.1:%d/%s/%s/%s"
                .formatted(
                        server.getAddress().getPort(),
                        kind,
                        number,
                        URLEncoder.encode(key.value(), StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getRawPath().split("/", 4);
            ObjectKey key = new ObjectKey(URLDecoder.decode(path[3], StandardCharsets.UTF_8));
            if (exchange.getRequestMethod().equals("PUT")) {
                put(exchange, key, new MultipartId(path[1]), Integer.parseInt(path[2]));
            } else {
                get(exchange, key);
            }
        }
    }

    private void put(HttpExchange exchange, ObjectKey key, MultipartId multipart, int number)
            throws IOException {
        Blob blob = Blob.of(exchange.getRequestBody().readAllBytes());
        boolean kept;
        synchronized (store) {
            kept = store.put(key, multipart, PartNumber.of(number), blob);
        }
        exchange.getResponseHeaders().add("ETag", '"' + blob.etag().value() + '"');
        exchange.sendResponseHeaders(kept ? 200 : 404, -1);
    }

    private void get(HttpExchange exchange, ObjectKey key) throws IOException {
        var bytes = new ByteArrayOutputStream();
        synchronized (store) {
            store.object(key)
                    .orElseThrow()
                    .parts()
                    .forEach(part ->
                            bytes.writeBytes(part.bytes().getBytes(StandardCharsets.ISO_8859_1)));
        }
        exchange.sendResponseHeaders(200, bytes.size());
        bytes.writeTo(exchange.getResponseBody());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
