package dev.penstock.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The query string of a call.
final class Query {
    private final Map<String, String> parameters = new LinkedHashMap<>();

    static Query of(String name, Object value) {
        return new Query().and(name, value);
    }

    Query and(String name, Object value) {
        parameters.put(name, value.toString());
        return this;
    }

    Query and(String name, Optional<?> value) {
        value.ifPresent(v -> parameters.put(name, v.toString()));
        return this;
    }

    /// With its question mark; empty when there are no parameters.
    @Override
    public String toString() {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(p -> encode(p.getKey()) + "=" + encode(p.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
