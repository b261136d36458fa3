package dev.penstock.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The calls of a client, as bare as they can be.
final class IntakeCalls {
    private static final String BOUNDARY = "penstock-bench-boundary";
    private static final Pattern URL = Pattern.compile("\"uploadUrl\":\"([^\"]*)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String intake;
    private final String token;

    /// @param intake the URL of its upload routes
    IntakeCalls(String intake, String token) {
        this.intake = intake;
        this.token = token;
    }

    /// An upload that was begun: the query that names it in later calls.
    record Begun(String query) {}

    Begun begin(String path, long length) throws IOException, InterruptedException {
        String answer =
                post(
                        "/multipart-upload-request?path=%s&contentType=a/b&contentLength=%d&partSize=5242880"
                                .formatted(path, length),
                        "");
        return named(answer);
    }

    private static Begun named(String answer) {
        String key = URLEncoder.encode(value(answer, "s3Key"), StandardCharsets.UTF_8);
        return new Begun("?uploadId=" + value(answer, "uploadId") + "&s3Key=" + key);
    }

    /// An upload through one URL that was begun.
    record Single(URI url, Begun upload) {}

    Single beginSingle(String path, long length) throws IOException, InterruptedException {
        String answer =
                post(
                        "/presigned-upload-request?path=%s&contentType=a/b&contentLength=%d"
                                .formatted(path, length),
                        "");
        return new Single(url(value(answer, "uploadUrl")), named(answer));
    }

    void completeSingle(Begun upload) throws IOException, InterruptedException {
        post("/presigned-upload-complete" + upload.query(), "{}");
    }

    /// A direct upload of one file.
    void direct(String path, long length, BodyPublisher bytes)
            throws IOException, InterruptedException {
        String start =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: a/b\r\n\r\n"
                        .formatted(BOUNDARY, path);
        String end = "\r\n--%s--\r\n".formatted(BOUNDARY);
        BodyPublisher form =
                BodyPublishers.fromPublisher(
                        BodyPublishers.concat(
                                BodyPublishers.ofString(start),
                                bytes,
                                BodyPublishers.ofString(end)),
                        start.length() + length + end.length());
        post("", "multipart/form-data; boundary=" + BOUNDARY, form);
    }

    /// The URLs of parts, in the order of `numbers`.
    List<URI> urls(Begun upload, String numbers) throws IOException, InterruptedException {
        String answer = post("/multipart-upload-part-urls" + upload.query(), numbers);
        return URL.matcher(answer).results().map(IntakeCalls::uri).toList();
    }

    private static URI uri(MatchResult match) {
        return url(match.group(1));
    }

    private static URI url(String json) {
        return URI.create(json.replace("\\u0026", "&"));
    }

    void put(URI url, BodyPublisher bytes) throws IOException, InterruptedException {
        int status =
                http.send(HttpRequest.newBuilder(url).PUT(bytes).build(), BodyHandlers.discarding())
                        .statusCode();
        if (status != 200) {
            throw new IOException("a part was answered " + status);
        }
    }

    void complete(Begun upload) throws IOException, InterruptedException {
        post("/multipart-upload-complete" + upload.query(), "{}");
    }

    String get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    private String post(String route, String body) throws IOException, InterruptedException {
        return post(route, "application/json", BodyPublishers.ofString(body));
    }

    private String post(String route, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(intake + route))
                        .header("x-api-key", token)
                        .header("Content-Type", type)
                        .POST(body)
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static String value(String json, String name) {
        var found = Pattern.compile("\"%s\":\"([^\"]*)\"".formatted(name)).matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in the answer");
        }
        return found.group(1);
    }
}
