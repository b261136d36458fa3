package dev.penstock.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The contract's files as trees.
final class Documents {

    static final JsonNode OPENAPI = tree(ContractDocument.OPENAPI);
    static final JsonNode PROBLEMS = tree(ContractDocument.PROBLEMS);

    private Documents() {}

    static List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        OPENAPI.path("paths").forEach(path -> path.forEach(operations::add));
        return operations;
    }

    /// What a `$ref` of openapi.yaml points at; a node without one is itself.
    static JsonNode resolve(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : OPENAPI.at(reference.substring(1));
    }

    static void walk(JsonNode node, Consumer<JsonNode> visitor) {
        visitor.accept(node);
        node.forEach(child -> walk(child, visitor));
    }

    private static JsonNode tree(ContractDocument document) {
        return new YAMLMapper().readTree(document.bytes());
    }
}
