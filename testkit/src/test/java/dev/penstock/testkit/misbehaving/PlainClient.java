package dev.penstock.testkit.misbehaving;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.penstock.sigv4.Credentials;
import dev.penstock.sigv4.PresignRequest;
import dev.penstock.sigv4.QueryParameter;
import dev.penstock.sigv4.QueryPresigner;
import dev.penstock.sigv4.S3Uri;
import dev.penstock.testkit.misbehaving.Heard.Ending;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Talks to an S3 by presigned URLs, each request over a connection of its own, never again by
/// itself.
record PlainClient(URI endpoint, String bucket, Credentials credentials, String region) {
    private static final int PATIENCE_MILLIS = 15_000;

    static PlainClient of(MisbehavingStorage storage) {
        return new PlainClient(
                storage.endpoint(), storage.bucket(), storage.credentials(), storage.region());
    }

    /// One that asks the storage itself.
    static PlainClient behind(MisbehavingStorage storage) {
        StorageBehind behind = storage.behind();
        return new PlainClient(
                behind.endpoint(), behind.bucket(), behind.credentials(), behind.region());
    }

    String create(String key) {
        return send("POST", key, Map.of("uploads", ""), new byte[0]).element("UploadId");
    }

    Heard part(String key, String id, int number, byte[] bytes) {
        return send(
                "PUT", key, Map.of("partNumber", Integer.toString(number), "uploadId", id), bytes);
    }

    /// Completes with one part.
    Heard complete(String key, String id, String etag) {
        String document =
                "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>"
                        + etag
                        + "</ETag></Part></CompleteMultipartUpload>";
        return send("POST", key, Map.of("uploadId", id), document.getBytes(UTF_8));
    }

    Heard list(String key, String id) {
        return list(key, id, Map.of());
    }

    Heard list(String key, String id, Map<String, String> more) {
        Map<String, String> query = new TreeMap<>(more);
        query.put("uploadId", id);
        return send("GET", key, query, new byte[0]);
    }

    Heard head(String key) {
        return send("HEAD", key, Map.of(), new byte[0]);
    }

    Heard get(String key) {
        return send("GET", key, Map.of(), new byte[0]);
    }

    Heard put(String key, byte[] bytes) {
        return send("PUT", key, Map.of(), bytes);
    }

    Heard send(String method, String key, Map<String, String> query, byte[] body) {
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(requestHead(method, key, query, body.length));
            socket.getOutputStream().write(body);
            return hear(new BufferedInputStream(socket.getInputStream()), method);
        } catch (SocketException e) {
            return Heard.nothing(Ending.RESET);
        } catch (EOFException e) {
            return Heard.nothing(Ending.CUT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] requestHead(String method, String key, Map<String, String> query, long length) {
        URI url = URI.create(url(method, key, query));
        return (method
                        + " "
                        + url.getRawPath()
                        + "?"
                        + url.getRawQuery()
                        + " HTTP/1.1\r\nHost: "
                        + url.getRawAuthority()
                        + "\r\nContent-Length: "
                        + length
                        + "\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    String url(String method, String key, Map<String, String> query) {
        List<QueryParameter> parameters =
                query.entrySet().stream()
                        .map(entry -> new QueryParameter(entry.getKey(), entry.getValue()))
                        .toList();
        PresignRequest request =
                new PresignRequest(
                        method,
                        S3Uri.pathStyle(endpoint, bucket, key),
                        parameters,
                        List.of(),
                        Duration.ofMinutes(5));
        return new QueryPresigner(credentials, region).presign(request, Instant.now()).url();
    }

    private static Heard hear(InputStream in, String method) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                throw new EOFException();
            }
            head.write(b);
        }
        Heard heard = Heard.of(head.toString(ISO_8859_1), "", Ending.WHOLE);
        int length =
                method.equals("HEAD") || heard.status() == 204
                        ? 0
                        : Integer.parseInt(heard.header("content-length"));
        byte[] body = in.readNBytes(length);
        return new Heard(
                heard.status(),
                heard.headers(),
                new String(body, UTF_8),
                body.length == length ? Ending.WHOLE : Ending.CUT);
    }
}
