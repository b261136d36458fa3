package dev.penstock.server.support;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the service answered.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(int status, HttpHeaders headers, byte[] body) {
    private static final JsonMapper JSON = new JsonMapper();

    public JsonNode json() {
        return JSON.readTree(body);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// The text member of the body under the name.
    public String text(String member) {
        return json().path(member).asString();
    }

    /// The problem's code.
    public String code() {
        return text("code");
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
