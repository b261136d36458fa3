package dev.penstock.testkit.misbehaving;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// A rule in JSON: `fault`, and as one likes `operation` (a name or a list), `nth`, `times` (a
/// number or `"always"`), `probability`, `parts`, `key` (what it must hold), and the parameters of
/// the fault. Without `times` it plays once, or always if it has a probability.
final class RuleJson {
    private static final List<String> FIELDS = fields();

    static Rule read(JsonNode node) {
        if (!node.isObject()) {
            throw new PlanException("a rule is an object");
        }
        node.propertyNames().forEach(name -> Names.require(name, FIELDS, "field"));
        double probability = probability(node.path("probability"));
        return new Rule(
                fault(node.path("fault")),
                operations(node.path("operation")),
                parts(node.path("parts")),
                text(node.path("key"), "key"),
                number(node.path("nth"), "nth", 1),
                times(node.path("times"), probability),
                probability,
                parameters(node));
    }

    private static Fault fault(JsonNode node) {
        if (!node.isString()) {
            throw new PlanException("a rule names its fault: \"fault\": \"slow-down\"");
        }
        String name = node.stringValue();
        return Fault.named(name).orElseThrow(() -> Names.unknown(name, Fault.names(), "fault"));
    }

    private static Set<Operation> operations(JsonNode node) {
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        for (JsonNode one : node.isArray() ? node : List.of(node)) {
            if (!one.isMissingNode()) {
                String name = text(one, "operation");
                operations.add(
                        Operation.named(name)
                                .orElseThrow(
                                        () -> Names.unknown(name, Operation.names(), "operation")));
            }
        }
        return operations;
    }

    private static Set<Integer> parts(JsonNode node) {
        Set<Integer> parts = new TreeSet<>();
        for (JsonNode one : node.isArray() ? node : List.of(node)) {
            if (!one.isMissingNode()) {
                parts.add(Math.clamp(number(one, "parts", 1), 0, 10_001));
            }
        }
        return parts;
    }

    private static long times(JsonNode node, double probability) {
        if (node.isString() && node.stringValue().equals("always")) {
            return Long.MAX_VALUE;
        }
        return number(node, "times", probability < 1 ? Long.MAX_VALUE : 1);
    }

    private static double probability(JsonNode node) {
        if (!node.isMissingNode() && !node.isNumber()) {
            throw new PlanException("probability is a number");
        }
        return node.isMissingNode() ? 1 : node.doubleValue();
    }

    private static Map<Parameter, Long> parameters(JsonNode node) {
        Map<Parameter, Long> parameters = new EnumMap<>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            JsonNode value = node.path(parameter.wireName());
            if (!value.isMissingNode()) {
                parameters.put(parameter, number(value, parameter.wireName(), 0));
            }
        }
        return parameters;
    }

    private static long number(JsonNode node, String name, long otherwise) {
        if (node.isMissingNode()) {
            return otherwise;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new PlanException(name + " is a whole number");
        }
        return node.longValue();
    }

    private static String text(JsonNode node, String name) {
        if (node.isMissingNode()) {
            return "";
        }
        if (!node.isString()) {
            throw new PlanException(name + " is a text");
        }
        return node.stringValue();
    }

    private static List<String> fields() {
        List<String> fields =
                new ArrayList<>(
                        List.of(
                                "fault",
                                "operation",
                                "nth",
                                "times",
                                "probability",
                                "parts",
                                "key"));
        for (Parameter parameter : Parameter.values()) {
            fields.add(parameter.wireName());
        }
        return List.copyOf(fields);
    }

    private RuleJson() {}
}
