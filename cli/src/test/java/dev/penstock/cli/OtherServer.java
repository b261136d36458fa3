package dev.penstock.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// An HTTP server that is no Penstock.
final class OtherServer implements AutoCloseable {
    private final HttpServer http;

    private OtherServer(HttpServer http) {
        this.http = http;
    }

    /// Answers everything with this.
    static OtherServer answering(int status, String body) throws IOException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        http.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(status, bytes.length);
                        exchange.getResponseBody().write(bytes);
                    }
                });
        http.start();
        return new OtherServer(http);
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
