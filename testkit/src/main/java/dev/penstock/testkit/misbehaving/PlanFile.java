package dev.penstock.testkit.misbehaving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A plan in JSON; comments are allowed.
final class PlanFile {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();
    private static final List<String> FIELDS = List.of("seed", "keys", "rules");

    static Plan read(Path file) {
        try {
            return plan(tree(Files.readString(file)));
        } catch (NoSuchFileException e) {
            throw new PlanException("there is no file " + file);
        } catch (IOException e) {
            throw new PlanException("cannot read " + file + ": " + e.getMessage());
        } catch (PlanException e) {
            throw new PlanException(file + ": " + e.getMessage());
        }
    }

    /// One rule, or a list of them.
    static List<Rule> rules(String json) {
        JsonNode tree = tree(json);
        return tree.isArray() ? list(tree) : List.of(RuleJson.read(tree));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new PlanException("this is no JSON: " + e.getOriginalMessage());
        }
    }

    private static Plan plan(JsonNode tree) {
        if (tree.isArray()) {
            return new Plan(0, KeyIdentity.NAME, list(tree));
        }
        if (!tree.isObject()) {
            throw new PlanException("a plan is an object or a list of rules");
        }
        tree.propertyNames().forEach(name -> Names.require(name, FIELDS, "field"));
        if (!tree.path("rules").isArray()) {
            throw new PlanException("rules is a list of rules");
        }
        return new Plan(seed(tree.path("seed")), keys(tree.path("keys")), list(tree.path("rules")));
    }

    private static long seed(JsonNode seed) {
        if (!seed.isMissingNode() && !seed.canConvertToLong()) {
            throw new PlanException("seed is a whole number");
        }
        return seed.isMissingNode() ? 0 : seed.longValue();
    }

    private static KeyIdentity keys(JsonNode keys) {
        if (keys.isMissingNode()) {
            return KeyIdentity.NAME;
        }
        String name = keys.asString("");
        Names.require(name, List.of("name", "appearance"), "value of keys");
        return KeyIdentity.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static List<Rule> list(JsonNode nodes) {
        List<Rule> rules = new ArrayList<>();
        for (JsonNode node : nodes) {
            try {
                rules.add(RuleJson.read(node));
            } catch (PlanException e) {
                throw new PlanException("rule " + (rules.size() + 1) + ": " + e.getMessage());
            }
        }
        return rules;
    }

    private PlanFile() {}
}
