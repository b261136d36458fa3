package dev.penstock.server.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Compares JSON with what a fixture expects.
final class Matching {
    private Matching() {}

    static void check(String where, JsonNode expected, JsonNode found) {
        if (expected.isString() && expected.asString().startsWith("$")) {
            assertThat(fits(expected.asString(), found))
                    .as("%s: %s is %s", where, found, expected.asString())
                    .isTrue();
        } else if (expected.isObject()) {
            object(where, expected, found);
        } else if (expected.isArray()) {
            assertThat(found.size()).as("%s: items of %s", where, found).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                check(where + "[" + i + "]", expected.path(i), found.path(i));
            }
        } else {
            assertThat(found).as(where).isEqualTo(expected);
        }
    }

    private static void object(String where, JsonNode expected, JsonNode found) {
        assertThat(found.isObject()).as("%s: an object, not %s", where, found).isTrue();
        Set<String> known = new HashSet<>();
        expected.properties()
                .forEach(m -> {
                    boolean optional = m.getKey().endsWith("?");
                    String name =
                            optional
                                    ? m.getKey().substring(0, m.getKey().length() - 1)
                                    : m.getKey();
                    known.add(name);
                    if (!name.equals("$rest") && (found.has(name) || !optional)) {
                        check(where + "." + name, m.getValue(), found.path(name));
                    }
                });
        if (!expected.path("$rest").asBoolean(false)) {
            found.propertyNames()
                    .forEach(name ->
                            assertThat(known).as("%s: members of %s", where, found).contains(name));
        }
    }

    private static boolean fits(String matcher, JsonNode found) {
        String text = found.isString() ? found.asString() : "";
        if (matcher.startsWith("$contains ")) {
            return text.contains(matcher.substring("$contains ".length()));
        }
        if (matcher.startsWith("$suffix ")) {
            return text.endsWith(matcher.substring("$suffix ".length()));
        }
        return switch (matcher) {
            case "$any" -> !found.isMissingNode();
            case "$string" -> !text.isEmpty();
            case "$uuid" -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            case "$instant" ->
                    text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");
            case "$int" -> found.isIntegralNumber() && found.asLong() >= 0;
            case "$url" -> text.matches("https?://[^/]+.*");
            case "$etag" -> text.matches("\"?[0-9a-fA-F]{32}(-\\d+)?\"?");
            case "$object" -> found.isObject();
            default -> fail("no such matcher: " + matcher);
        };
    }
}
