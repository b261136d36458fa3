package dev.penstock.server.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Replays one file of contract/fixtures against a service (its README tells the format).
public final class Conversation {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{(\\w+)}}");

    private final TestService service;
    private final Map<String, JsonNode> variables = new HashMap<>();

    public Conversation(TestService service, String run) {
        this.service = service;
        variables.put("baseUrl", JSON.valueToTree(service.url().toString()));
        variables.put("apiKey", JSON.valueToTree(TestService.ADMIN));
        variables.put("run", JSON.valueToTree(run));
    }

    /// @return how many answers were compared
    public int replay(Path file) {
        JsonNode conversation = JSON.readTree(file);
        int steps = 0;
        for (JsonNode before : conversation.path("before")) {
            steps += replay(file.resolveSibling(before.asString()));
        }
        for (JsonNode step : conversation.path("steps")) {
            play(file.getFileName() + ": " + step.path("name").asString(), step);
            steps++;
        }
        return steps;
    }

    private void play(String name, JsonNode step) {
        Answer answer = send(step.path("request"));
        JsonNode expected = step.path("answer");
        assertThat(answer.status())
                .as("%s: %s", name, answer.text())
                .isEqualTo(expected.path("status").asInt());
        expected.path("headers")
                .properties()
                .forEach(h -> header(name, answer.header(h.getKey()), filled(h.getValue())));
        if (expected.has("json")) {
            Matching.check(name, filled(expected.path("json")), answer.json());
        }
        if (expected.has("bytes")) {
            assertThat(answer.body()).as(name).isEqualTo(bytes(expected.path("bytes")));
        }
        if (expected.path("empty").asBoolean(false)) {
            assertThat(answer.body()).as(name).isEmpty();
        }
        step.path("capture")
                .properties()
                .forEach(c -> variables.put(c.getKey(), captured(answer, c.getValue().asString())));
    }

    private static void header(String name, String found, JsonNode expected) {
        if (!found.startsWith(expected.asString() + ";")) {
            Matching.check(name, expected, JSON.valueToTree(found));
        }
    }

    private static JsonNode captured(Answer answer, String where) {
        return where.startsWith("header ")
                ? JSON.valueToTree(answer.header(where.substring("header ".length())))
                : answer.json().at(where);
    }

    private Answer send(JsonNode request) {
        Map<String, String> headers = new HashMap<>();
        JsonNode given = filled(request.path("headers"));
        given.properties().forEach(h -> headers.put(h.getKey(), h.getValue().asString()));
        byte[] body = body(request, headers);
        String method = request.path("method").asString();
        if (request.has("url")) {
            var builder =
                    HttpRequest.newBuilder(URI.create(filled(request.path("url")).asString()))
                            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
            headers.forEach(builder::header);
            return service.send(builder.build());
        }
        String path = filled(request.path("path")).asString() + query(request.path("query"));
        return service.call(method, path, headers, body);
    }

    private byte[] body(JsonNode request, Map<String, String> headers) {
        if (request.has("json")) {
            if (headers.keySet().stream().noneMatch("content-type"::equalsIgnoreCase)) {
                headers.put("Content-Type", "application/json");
            }
            return JSON.writeValueAsBytes(filled(request.path("json")));
        }
        if (request.has("text")) {
            return filled(request.path("text")).asString().getBytes(StandardCharsets.UTF_8);
        }
        return request.has("bytes") ? bytes(request.path("bytes")) : new byte[0];
    }

    /// Byte `i` of the endless file is `(i + seed) mod 251`.
    private static byte[] bytes(JsonNode spec) {
        var bytes = new byte[spec.path("length").asInt()];
        long first = spec.path("offset").asLong(0) + spec.path("seed").asLong();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ((first + i) % 251);
        }
        return bytes;
    }

    private String query(JsonNode query) {
        var text = new StringBuilder();
        filled(query)
                .properties()
                .forEach(p -> {
                    if (p.getValue().isArray()) {
                        p.getValue().forEach(v -> append(text, p.getKey(), v));
                    } else {
                        append(text, p.getKey(), p.getValue());
                    }
                });
        return text.toString();
    }

    private static void append(StringBuilder text, String name, JsonNode value) {
        text.append(text.isEmpty() ? '?' : '&')
                .append(encode(name))
                .append('=')
                .append(encode(value.asString()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The node with its variables filled in; a text that is nothing but one becomes its value.
    private JsonNode filled(JsonNode node) {
        if (node.isString()) {
            Matcher only = VARIABLE.matcher(node.asString());
            return only.matches()
                    ? variable(only.group(1))
                    : JSON.valueToTree(fill(node.asString()));
        }
        if (node.isArray()) {
            var list = JSON.createArrayNode();
            node.forEach(item -> list.add(filled(item)));
            return list;
        }
        if (node.isObject()) {
            var object = JSON.createObjectNode();
            node.properties().forEach(m -> object.set(fill(m.getKey()), filled(m.getValue())));
            return object;
        }
        return node;
    }

    private String fill(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(variable(m.group(1)).asString()));
    }

    private JsonNode variable(String name) {
        JsonNode value = variables.get(name);
        return value == null ? fail("no variable " + name) : value;
    }
}
