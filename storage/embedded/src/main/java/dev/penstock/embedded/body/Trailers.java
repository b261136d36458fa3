package dev.penstock.embedded.body;

import java.util.Map;

/// The headers that came behind a body, names in lower case.
public record Trailers(Map<String, String> values) {
    /// A body without any.
    public static final Trailers NONE = new Trailers(Map.of());

    public Trailers {
        values = Map.copyOf(values);
    }
}
