package dev.penstock.server.support;

import java.util.Map;

/// An intake of a test service, called with its own token.
public record TestIntake(
        TestService service, String organizationId, String organization, String id, String token) {

    public String path() {
        return "/api/intake/%s/large-files".formatted(organization);
    }

    public Answer post(String suffix, String body, String... query) {
        return service.call(
                "POST",
                path() + suffix + TestService.query(query),
                Map.of("x-api-key", token),
                body.replace('\'', '"'));
    }

    public Answer get(String suffix, String... query) {
        return service.call(
                "GET", path() + suffix + TestService.query(query), Map.of("x-api-key", token), "");
    }

    /// Changes the intake's settings; single quotes stand for double ones.
    public Answer set(String members) {
        return service.management("PUT", "/api/intakes/" + id, "{" + members + "}");
    }

    /// Begins an upload in parts.
    public TestUpload begin(String fileName, long length, String... query) {
        String[] all = new String[query.length + 4];
        all[0] = "path";
        all[1] = fileName;
        all[2] = "contentLength";
        all[3] = Long.toString(length);
        System.arraycopy(query, 0, all, 4, query.length);
        Answer answer = post("/multipart-upload-request", "", all);
        return new TestUpload(this, answer.text("uploadId"), answer.text("s3Key"), answer);
    }
}
