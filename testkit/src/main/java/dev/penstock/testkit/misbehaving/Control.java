package dev.penstock.testkit.misbehaving;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// Rules at run time for tests in any language, on a loopback port of its own: `POST /rules` adds a
/// rule or a list of them, `DELETE /rules` drops all, `GET /played` tells what was played, a line
/// of JSON each. What is wrong is 400 with a sentence.
final class Control implements AutoCloseable {
    private final MisbehavingStorage storage;
    private final HttpServer server;

    private Control(MisbehavingStorage storage, HttpServer server) {
        this.storage = storage;
        this.server = server;
    }

    /// @param port 0 for any that is free
    static Control open(MisbehavingStorage storage, int port) {
        try {
            InetSocketAddress address =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            Control control = new Control(storage, HttpServer.create(address, 0));
            control.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            control.server.createContext("/", control::handle);
            control.server.start();
            return control;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod() + " " + path) {
                case "POST /rules" -> add(exchange);
                case "DELETE /rules" -> {
                    storage.calm();
                    exchange.sendResponseHeaders(204, -1);
                }
                case "GET /played" -> answer(exchange, 200, played());
                default ->
                        answer(
                                exchange,
                                404,
                                "there are POST /rules, DELETE /rules and GET /played\n");
            }
        }
    }

    private void add(HttpExchange exchange) throws IOException {
        try {
            PlanFile.rules(new String(exchange.getRequestBody().readAllBytes(), UTF_8))
                    .forEach(storage::play);
            exchange.sendResponseHeaders(204, -1);
        } catch (PlanException e) {
            answer(exchange, 400, e.getMessage() + "\n");
        }
    }

    private String played() {
        return storage.played().stream()
                .map(played -> played.json() + "\n")
                .collect(Collectors.joining());
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
