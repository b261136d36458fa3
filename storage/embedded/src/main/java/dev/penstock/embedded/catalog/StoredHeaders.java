package dev.penstock.embedded.catalog;

import java.util.Collections;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The headers that came with an object and go out with it: `content-type` and its like, and
/// `x-amz-meta-…`. Names in lower case.
public record StoredHeaders(SequencedMap<String, String> values) {

    /// No headers.
    public static final StoredHeaders NONE = new StoredHeaders(new TreeMap<>());

    public StoredHeaders {
        values = Collections.unmodifiableSequencedMap(new TreeMap<>(values));
    }

    /// Reads what [#text] wrote.
    static StoredHeaders parse(String text) {
        return new StoredHeaders(
                text.lines()
                        .map(line -> line.split(":", 2))
                        .collect(
                                Collectors.toMap(f -> f[0], f -> f[1], (a, b) -> b, TreeMap::new)));
    }

    /// One line a header, as the catalog keeps them. A header's value never has a line break.
    String text() {
        return values.entrySet().stream()
                .map(StoredHeaders::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(Map.Entry<String, String> header) {
        return header.getKey() + ":" + header.getValue();
    }
}
