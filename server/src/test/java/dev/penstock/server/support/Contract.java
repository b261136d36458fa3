package dev.penstock.server.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// openapi.yaml as a judge: is this answer one that the contract allows for this request?
public final class Contract {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode document = load("openapi.yaml");
    private final SchemaRegistry schemas =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    /// A file of the contract, read.
    public static JsonNode load(String name) {
        try (InputStream in =
                Contract.class.getResourceAsStream("/dev/penstock/contract/" + name)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws AssertionError when the contract has no such answer
    public void check(String method, String path, int status, String contentType, byte[] body) {
        JsonNode operation = operation(method, path);
        String where = "%s %s -> %d".formatted(method, path, status);
        if (operation.isMissingNode()) {
            assertThat(status).as(where + " is not in openapi.yaml").isIn(400, 401, 404, 405);
            checkBody(where, "Problem", document.at("/components/schemas/Problem"), body);
            return;
        }
        JsonNode answer = resolve(operation.path("responses").path(Integer.toString(status)));
        assertThat(answer.isMissingNode())
                .as(
                        "%s is not in openapi.yaml: %s",
                        where, new String(body, StandardCharsets.UTF_8))
                .isFalse();
        JsonNode content = answer.path("content");
        if (content.isEmpty()) {
            assertThat(body).as("%s has no body", where).isEmpty();
            return;
        }
        String type = contentType.split(";", 2)[0];
        assertThat(content.has(type)).as("%s as %s", where, type).isTrue();
        if (type.endsWith("json")) {
            checkBody(where, where, content.path(type).path("schema"), body);
        }
    }

    private void checkBody(String where, String name, JsonNode schema, byte[] body) {
        Schema check = compiled.computeIfAbsent(name, n -> compile(schema));
        assertThat(check.validate(JSON.readTree(body)))
                .as("%s: %s", where, new String(body, java.nio.charset.StandardCharsets.UTF_8))
                .isEmpty();
    }

    /// The schema with the document's components beside it, so that its references resolve.
    private Schema compile(JsonNode schema) {
        ObjectNode root = JSON.createObjectNode();
        root.set("components", document.path("components"));
        root.putArray("allOf").add(schema);
        return schemas.getSchema(root);
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    private JsonNode operation(String method, String path) {
        for (Entry<String, JsonNode> route : document.path("paths").properties()) {
            String pattern =
                    Pattern.compile("\\{[^}]+}")
                            .matcher(Pattern.quote(route.getKey()))
                            .replaceAll("\\\\E[^/]+\\\\Q");
            if (path.matches(pattern) && route.getValue().has(method.toLowerCase(Locale.ROOT))) {
                return route.getValue().path(method.toLowerCase(java.util.Locale.ROOT));
            }
        }
        return document.path("no such route");
    }
}
