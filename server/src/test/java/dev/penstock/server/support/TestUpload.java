package dev.penstock.server.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// An upload in parts, as a script would drive it.
public record TestUpload(TestIntake intake, String id, String key, Answer answer) {

    public Answer post(String suffix, String body, String... query) {
        var all = new ArrayList<>(List.of("uploadId", id, "s3Key", key));
        Collections.addAll(all, query);
        return intake.post(suffix, body, all.toArray(String[]::new));
    }

    /// The URLs for a body such as `[1, {'partNumber': 2, 'size': 5}]`.
    public Answer urls(String body) {
        return post("/multipart-upload-part-urls", body);
    }

    /// The same with a body whose length the head does not tell.
    public Answer streamUrls(String body) {
        return intake.stream("/multipart-upload-part-urls", body, "uploadId", id, "s3Key", key);
    }

    /// Sends one part, with no size or checksum stated; returns its ETag.
    public String send(int number, byte[] bytes) {
        return send("[" + number + "]", bytes).header("etag");
    }

    /// Asks for one URL and sends the bytes to it with what it requires.
    public Answer send(String urlsBody, byte[] bytes) {
        Answer urls = urls(urlsBody);
        assertThat(urls.status()).as(urls.text()).isEqualTo(200);
        JsonNode part = urls.json().path("parts").path(0);
        Map<String, String> headers = new HashMap<>();
        part.path("requiredHeaders")
                .properties()
                .forEach(h -> headers.put(h.getKey(), h.getValue().asString()));
        return intake.service().put(part.path("uploadUrl").asString(), bytes, headers);
    }

    public Answer complete(String body) {
        return post("/multipart-upload-complete", body);
    }

    public Answer abort() {
        return post("/multipart-upload-abort", "");
    }

    public Answer status() {
        return intake.get("/uploads/" + id);
    }

    /// What the storage holds of it, part by part.
    public String parts() {
        return intake.get("/uploads/" + id + "/parts").text();
    }
}
