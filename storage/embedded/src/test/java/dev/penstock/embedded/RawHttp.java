package dev.penstock.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;

/// HTTP by hand over a socket, for what no client library would send.
final class RawHttp implements AutoCloseable {
    private final Socket socket;

    RawHttp(URI endpoint) throws IOException {
        socket = new Socket(endpoint.getHost(), endpoint.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
    }

    Socket socket() {
        return socket;
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

    /// All that comes until the other side closes.
    String readAll() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(all);
        return all.toString(ISO_8859_1);
    }

    /// The head of a reply, and its body if it has a `Content-Length`.
    String readReply() throws IOException {
        StringBuilder head = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                return head.toString();
            }
            head.append((char) b);
        }
        String marker = "content-length: ";
        int at = head.toString().toLowerCase(java.util.Locale.ROOT).indexOf(marker);
        if (at >= 0) {
            int end = head.indexOf("\r\n", at);
            int length = Integer.parseInt(head.substring(at + marker.length(), end));
            head.append(new String(in.readNBytes(length), ISO_8859_1));
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
