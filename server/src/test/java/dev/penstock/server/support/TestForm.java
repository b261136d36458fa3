package dev.penstock.server.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A form for a direct upload, as curl would write it.
public final class TestForm {
    private static final String BOUNDARY = "------------------------penstock-test-boundary";

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    /// A form without anything.
    public TestForm() {}

    /// A form with one file.
    public static TestForm of(String fileName, byte[] bytes) {
        return new TestForm().file(fileName, bytes);
    }

    /// Adds a field; single quotes stand for double ones.
    public TestForm field(String name, String text) {
        return part("name=\"%s\"\r\n".formatted(name), text.replace('\'', '"').getBytes(UTF_8));
    }

    public TestForm file(String fileName, byte[] bytes) {
        return file(fileName, "application/octet-stream", bytes);
    }

    public TestForm file(String fileName, String type, byte[] bytes) {
        return part(
                "name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n".formatted(fileName, type),
                bytes);
    }

    private TestForm part(String header, byte[] content) {
        parts.writeBytes(
                "--%s\r\nContent-Disposition: form-data; %s\r\n"
                        .formatted(BOUNDARY, header)
                        .getBytes(UTF_8));
        parts.writeBytes(content);
        parts.writeBytes("\r\n".getBytes(UTF_8));
        return this;
    }

    public static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public byte[] body() {
        var body = new ByteArrayOutputStream();
        body.writeBytes(parts.toByteArray());
        body.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(UTF_8));
        return body.toByteArray();
    }

    /// The body as far as its last part's content.
    public byte[] unended() {
        return Arrays.copyOf(parts.toByteArray(), parts.size() - "\r\n".length());
    }

    /// Sends it with the intake's own token.
    public Answer send(TestIntake intake, String... query) {
        return send(intake, Map.of("x-api-key", intake.token()), query);
    }

    /// The same with an `Idempotency-Key`.
    public Answer sendWithKey(TestIntake intake, String key, String... query) {
        return send(intake, Map.of("x-api-key", intake.token(), "Idempotency-Key", key), query);
    }

    /// Sends it with these headers and its own `Content-Type`.
    public Answer send(TestIntake intake, Map<String, String> headers, String... query) {
        var all = new HashMap<>(headers);
        all.put("Content-Type", contentType());
        return intake.service().call("POST", intake.path() + TestService.query(query), all, body());
    }
}
