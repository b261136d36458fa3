package dev.penstock.server.support;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// An upload in parts, as a script would drive it.
public record TestUpload(TestIntake intake, String id, String key, Answer answer) {

    public Answer post(String suffix, String body) {
        return intake.post(suffix, body, "uploadId", id, "s3Key", key);
    }

    /// The URLs for a body such as `[1, {'partNumber': 2, 'size': 5}]`.
    public Answer urls(String body) {
        return post("/multipart-upload-part-urls", body);
    }

    /// Sends one part, with no size or checksum stated; returns its ETag.
    public String send(int number, byte[] bytes) {
        return send("[" + number + "]", bytes).header("etag");
    }

    /// Asks for one URL and sends the bytes to it with what it requires.
    public Answer send(String urlsBody, byte[] bytes) {
        JsonNode part = urls(urlsBody).json().path("parts").path(0);
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
}
