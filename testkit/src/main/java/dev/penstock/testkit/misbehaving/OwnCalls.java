package dev.penstock.testkit.misbehaving;

import dev.penstock.sigv4.PresignRequest;
import dev.penstock.sigv4.QueryParameter;
import dev.penstock.sigv4.QueryPresigner;
import dev.penstock.sigv4.S3Uri;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the front itself asks of the storage behind it.
final class OwnCalls implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StorageBehind storage;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    OwnCalls(StorageBehind storage) {
        this.storage = storage;
    }

    /// Aborts the upload that a request is about; one that is gone is left so.
    void abort(S3Request request) throws IOException {
        send("DELETE", request, List.of(new QueryParameter("uploadId", request.uploadId())));
    }

    /// Lists the parts of the upload that a request is about, from where it wants them.
    ///
    /// @param most on the page
    /// @throws IOException if it has no listing
    String listParts(S3Request request, long most) throws IOException {
        List<QueryParameter> query = new ArrayList<>();
        query.add(new QueryParameter("max-parts", Long.toString(most)));
        String marker = request.parameters().getOrDefault("part-number-marker", "");
        if (!marker.isEmpty()) {
            query.add(new QueryParameter("part-number-marker", marker));
        }
        query.add(new QueryParameter("uploadId", request.uploadId()));
        HttpResponse<String> answer = send("GET", request, query);
        if (answer.statusCode() != 200) {
            throw new IOException("the storage answered a listing with " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpResponse<String> send(
            String method, S3Request about, List<QueryParameter> parameters) throws IOException {
        S3Uri uri = S3Uri.pathStyle(storage.endpoint(), about.bucket(), about.key());
        PresignRequest request =
                new PresignRequest(method, uri, parameters, List.of(), Duration.ofMinutes(5));
        String url =
                new QueryPresigner(storage.credentials(), storage.region())
                        .presign(request, Instant.now())
                        .url();
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("ended while the storage was asked");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
