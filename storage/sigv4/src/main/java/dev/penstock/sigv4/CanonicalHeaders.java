package dev.penstock.sigv4;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The headers that a signature covers: sorted by name, values of one name joined by commas.
record CanonicalHeaders(String signedNames, String lines) {

    static CanonicalHeaders of(List<Header> headers) {
        SortedMap<String, List<String>> byName = new TreeMap<>();
        for (Header header : headers) {
            byName.computeIfAbsent(header.name(), name -> new ArrayList<>()).add(header.value());
        }
        return new CanonicalHeaders(
                String.join(";", byName.keySet()),
                byName.entrySet().stream()
                        .map(entry -> line(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining()));
    }

    /// The headers of these names, sorted as they are.
    static CanonicalHeaders of(ReceivedRequest request, List<String> names) {
        return new CanonicalHeaders(
                String.join(";", names),
                names.stream()
                        .map(name -> line(name, request.header(name)))
                        .collect(Collectors.joining()));
    }

    private static String line(String name, List<String> values) {
        return values.stream()
                .map(CanonicalHeaders::trimmed)
                .collect(Collectors.joining(",", name + ':', "\n"));
    }

    /// The value without white space around it and with every run of white space within as one
    /// space.
    static String trimmed(String value) {
        StringBuilder trimmed = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != ' ' && c != '\t') {
                trimmed.append(c);
            } else if (!trimmed.isEmpty() && trimmed.charAt(trimmed.length() - 1) != ' ') {
                trimmed.append(' ');
            }
        }
        int length = trimmed.length();
        return length > 0 && trimmed.charAt(length - 1) == ' '
                ? trimmed.substring(0, length - 1)
                : trimmed.toString();
    }
}
