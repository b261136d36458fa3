package dev.penstock.testkit.object;

import dev.penstock.core.object.PresignedPut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/// A client that knows nothing but a URL and the headers it was told to send.
final class Wire {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    /// Sends a part as its URL demands.
    static HttpResponse<byte[]> put(PresignedPut part, byte[] body) {
        return put(URI.create(part.url()), body, part.requiredHeaders());
    }

    static HttpResponse<byte[]> put(URI url, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).PUT(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request);
    }

    static HttpResponse<byte[]> get(URI url) {
        return send(HttpRequest.newBuilder(url).GET());
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(
                    request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Wire() {}
}
