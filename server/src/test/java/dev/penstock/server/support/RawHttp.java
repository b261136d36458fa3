package dev.penstock.server.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A connection that sends what no well-behaved HTTP client would.
public final class RawHttp implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Socket socket;

    public RawHttp(URI server) {
        this(server, PATIENCE);
    }

    /// @param patience how long an answer may take
    public RawHttp(URI server, Duration patience) {
        try {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setSoTimeout((int) patience.toMillis());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One request without a body, whose answer ends with the connection.
    public static RawAnswer call(URI server, String method, String target, String... headers) {
        try (var connection = new RawHttp(server)) {
            connection.send(head(method, target, headers));
            return connection.answer();
        }
    }

    /// The head of a request, up to and including the empty line.
    public static String head(String method, String target, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n"
                .formatted(method, target, more);
    }

    public void send(String text) {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    public void send(byte[] bytes) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All that comes until the server closes; empty text when it closes without a word.
    public String readAll() {
        try {
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RawAnswer answer() {
        String all = readAll();
        int end = all.indexOf("\r\n\r\n");
        return end < 0
                ? new RawAnswer(all, "")
                : new RawAnswer(all.substring(0, end), all.substring(end + 4));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param head status line and headers
    public record RawAnswer(String head, String body) {
        public int status() {
            return Integer.parseInt(head.split(" ", 3)[1]);
        }

        public JsonNode json() {
            return new JsonMapper().readTree(body);
        }
    }
}
