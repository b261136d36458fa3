package dev.penstock.embedded.operation;

import java.util.Arrays;

/// ETags in headers and XML: in quotes, or without as some clients send them.
final class Etag {
    static String quoted(String etag) {
        return '"' + etag + '"';
    }

    static String unquoted(String text) {
        String bare = text.strip();
        return bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"")
                ? bare.substring(1, bare.length() - 1)
                : bare;
    }

    /// Whether a list as in `If-Match` names the ETag; `*` names all.
    static boolean matches(String list, String etag) {
        return Arrays.stream(list.split(",", -1))
                .map(item -> item.strip().replaceFirst("^W/", ""))
                .anyMatch(item -> item.equals("*") || unquoted(item).equals(etag));
    }

    private Etag() {}
}
