package dev.penstock.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;

/// HTTP by hand over a socket, for what no client library would send.
final class RawHttp implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    RawHttp(URI endpoint) throws IOException {
        socket = new Socket(endpoint.getHost(), endpoint.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    RawHttp send(String text) throws IOException {
        return send(text.getBytes(ISO_8859_1));
    }

    RawHttp send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /// Sends the head of a request: request line, `Host` and other headers.
    RawHttp head(String method, URI uri, String... headers) throws IOException {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        StringBuilder head = new StringBuilder(method + " " + uri.getRawPath() + query);
        head.append(" HTTP/1.1\r\nHost: ").append(uri.getRawAuthority()).append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return send(head.append("\r\n").toString());
    }

    /// The reply to what was sent.
    Answer answer() throws IOException {
        return answer("GET");
    }

    /// The reply to a request of this method; that to `HEAD` has no body.
    Answer answer(String method) throws IOException {
        return Answer.read(in, method);
    }

    /// Whether a reply has begun to come, or the connection has ended and left one.
    boolean hasAnswer() {
        try {
            return in.available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All that comes until the other side closes.
    byte[] readAll() throws IOException {
        return in.readAllBytes();
    }

    /// Sends zeros without reading until the connection breaks.
    ///
    /// @return how many went out
    long sendUntilRefused(long most) {
        byte[] piece = new byte[1 << 20];
        long sent = 0;
        try {
            while (sent < most) {
                send(piece);
                sent += piece.length;
            }
        } catch (IOException e) {
            return sent;
        }
        return sent;
    }

    /// Whether the other side has closed, or does so now.
    boolean isEnded() throws IOException {
        return in.read() < 0;
    }

    /// Says that nothing more will be sent, as a client does that breaks off.
    void sendNoMore() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
