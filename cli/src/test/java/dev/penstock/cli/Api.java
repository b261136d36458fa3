package dev.penstock.cli;

import dev.penstock.contract.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The routes of one intake, called without the retries of a client.
final class Api implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String intake;
    private final String key;

    /// @param key of an administrator
    Api(String url, String intake, String key) {
        this.url = url;
        this.intake = url + "/api/intake/" + intake;
        this.key = key;
    }

    /// An upload that was begun.
    record Begun(String uploadId, String s3Key) {
        private String query() {
            return "?uploadId=" + uploadId + "&s3Key=" + encoded(s3Key);
        }
    }

    /// What came back.
    record Said(HttpResponse<byte[]> answer) {
        int status() {
            return answer.statusCode();
        }

        String text() {
            return new String(answer.body(), StandardCharsets.UTF_8);
        }

        Map<String, @Nullable Object> json() {
            return ContractJson.readObject(text());
        }

        String text(String member) {
            return String.valueOf(json().get(member));
        }

        String header(String name) {
            return answer.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status() + " " + text();
        }
    }

    Said begin(String path, long length) {
        return send(
                "POST",
                "%s/multipart-upload-request?path=%s&contentType=a%%2Fb&contentLength=%d"
                        .formatted(intake, encoded(path), length),
                "");
    }

    static Begun begun(Said said) {
        return new Begun(said.text("uploadId"), said.text("s3Key"));
    }

    /// Asks for the URL of a part and sends the bytes there.
    ///
    /// @return the storage's answer, or the service's where it gave no URL
    Said sendPart(Begun upload, int number, byte[] bytes) {
        var urls =
                send(
                        "POST",
                        intake + "/multipart-upload-part-urls" + upload.query(),
                        "[" + number + "]");
        if (urls.status() != 200) {
            return urls;
        }
        if (!(urls.json().get("parts") instanceof List<?> parts
                && parts.getFirst() instanceof Map<?, ?> part)) {
            throw new AssertionError(urls.toString());
        }
        var to = URI.create(String.valueOf(part.get("uploadUrl")));
        return send(
                HttpRequest.newBuilder(to)
                        .timeout(PATIENCE)
                        .PUT(BodyPublishers.ofByteArray(bytes))
                        .build());
    }

    Said complete(Begun upload) {
        return send("POST", intake + "/multipart-upload-complete" + upload.query(), "{}");
    }

    Said abort(Begun upload) {
        return send("POST", intake + "/multipart-upload-abort" + upload.query(), "");
    }

    Said status(Begun upload) {
        return send("GET", intake + "/uploads/" + upload.uploadId(), "");
    }

    Said parts(Begun upload) {
        return send("GET", intake + "/uploads/" + upload.uploadId() + "/parts", "");
    }

    Said get(String path) {
        return send("GET", url + path, "");
    }

    /// The bytes of a document, as the storage gives them.
    byte[] content(String family) {
        var at = get("/api/document-families/" + family + "/content/NATIVE").text("url");
        var read = send(HttpRequest.newBuilder(URI.create(at)).timeout(PATIENCE).build());
        if (read.status() != 200) {
            throw new AssertionError(read.toString());
        }
        return read.answer().body();
    }

    private Said send(String method, String to, String body) {
        return send(
                HttpRequest.newBuilder(URI.create(to))
                        .timeout(PATIENCE)
                        .header("x-api-key", key)
                        .method(method, BodyPublishers.ofString(body))
                        .build());
    }

    private Said send(HttpRequest request) {
        try {
            return new Said(http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
