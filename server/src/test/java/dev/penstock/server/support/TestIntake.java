package dev.penstock.server.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;

/// An intake of a test service, called with its own token.
public record TestIntake(
        TestService service, String organizationId, String organization, String id, String token) {

    /// The same intake at another service on the same data.
    public TestIntake at(TestService other) {
        return new TestIntake(other, organizationId, organization, id, token);
    }

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

    /// The same in chunks, with no length declared.
    public Answer stream(String suffix, String body, String... query) {
        var request =
                HttpRequest.newBuilder(
                                service.url().resolve(path() + suffix + TestService.query(query)))
                        .header("x-api-key", token)
                        .POST(
                                BodyPublishers.ofInputStream(() ->
                                        new ByteArrayInputStream(
                                                body.getBytes(StandardCharsets.UTF_8))));
        return service.send(request.build());
    }

    public Answer get(String suffix, String... query) {
        return service.call(
                "GET", path() + suffix + TestService.query(query), Map.of("x-api-key", token), "");
    }

    /// Changes the intake's settings; single quotes stand for double ones.
    public Answer set(String members) {
        return service.management("PUT", "/api/intakes/" + id, "{" + members + "}");
    }

    /// A management call by the administrator, with the ids and slugs of this intake in place of
    /// `ORG_ID`, `ORG` and `INTAKE`, and an id that nothing has in place of `NOBODY`.
    public Answer manage(String method, String path, String body) {
        return service.management(method, filled(path), filled(body));
    }

    /// The secret of a new key with one permission in the intake's organization.
    public String key(String permission) {
        return manage(
                        "POST",
                        "/api/api-keys",
                        "{'name':'k','grants':[{'organizationId':'ORG_ID','permissions':['%s']}]}"
                                .formatted(permission))
                .text("key");
    }

    private String filled(String text) {
        return text.replace("ORG_ID", organizationId)
                .replace("ORG", organization)
                .replace("INTAKE", id)
                .replace("NOBODY", "00000000-0000-0000-0000-000000000000");
    }

    /// Begins an upload in parts.
    public TestUpload begin(String fileName, long length, String... query) {
        Answer answer = request(fileName, length, query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return new TestUpload(this, answer.text("uploadId"), answer.text("s3Key"), answer);
    }

    /// Asks for an upload in parts, which may be refused.
    public Answer request(String fileName, long length, String... query) {
        var all = new ArrayList<String>();
        Collections.addAll(all, "path", fileName, "contentLength", Long.toString(length));
        Collections.addAll(all, "contentType", "application/octet-stream");
        Collections.addAll(all, query);
        return post("/multipart-upload-request", "", all.toArray(String[]::new));
    }

    /// All uploads of the intake, as the service lists them.
    public String uploads() {
        return service.management("GET", "/api/intakes/%s/uploads?limit=1000".formatted(id), "")
                .text();
    }
}
