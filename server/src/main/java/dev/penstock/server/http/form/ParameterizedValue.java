package dev.penstock.server.http.form;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A header value with parameters: `form-data; name="a"; filename="b.txt"` (RFC 9110, section
/// 5.6.6).
///
/// @param value lower case
/// @param parameters by lower-case name
record ParameterizedValue(String value, Map<String, String> parameters) {

    /// Reads one. In quotes a backslash stands for itself, as browsers send it, but before a quote
    /// or another backslash, as `curl --form-escape` does.
    ///
    /// @throws IllegalArgumentException when it is malformed or names a parameter twice, so that
    ///   nobody reads the other one
    static ParameterizedValue parse(String text) {
        var reader = new Reader(text);
        String value = reader.token().strip().toLowerCase(Locale.ROOT);
        var parameters = new LinkedHashMap<String, String>();
        while (reader.next(';')) {
            String name = reader.name();
            if (name.isEmpty() && !reader.at('=')) {
                continue;
            }
            if (!reader.next('=') || parameters.put(name, reader.value()) != null) {
                throw new IllegalArgumentException("a parameter is malformed or named twice");
            }
        }
        if (!reader.atEnd()) {
            throw new IllegalArgumentException("characters follow a quoted value");
        }
        return new ParameterizedValue(value, parameters);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /// Goes through the text once.
    private static final class Reader {
        private final String text;
        private int position;

        Reader(String text) {
            this.text = text;
        }

        boolean atEnd() {
            return position == text.length();
        }

        boolean at(char c) {
            return !atEnd() && text.charAt(position) == c;
        }

        boolean next(char c) {
            if (at(c)) {
                position++;
                return true;
            }
            return false;
        }

        String token() {
            return upTo(";");
        }

        String name() {
            return upTo(";=").strip().toLowerCase(Locale.ROOT);
        }

        String value() {
            skipSpace();
            if (!next('"')) {
                return upTo(";").strip();
            }
            String value = quoted();
            skipSpace();
            return value;
        }

        private String quoted() {
            var value = new StringBuilder();
            while (!next('"')) {
                if (atEnd()) {
                    throw new IllegalArgumentException("a quoted value has no end");
                }
                if (at('\\') && isEscape()) {
                    position++;
                }
                value.append(text.charAt(position++));
            }
            return value.toString();
        }

        private boolean isEscape() {
            char following = position + 1 < text.length() ? text.charAt(position + 1) : 0;
            return following == '"' || following == '\\';
        }

        private String upTo(String ends) {
            int start = position;
            while (!atEnd() && ends.indexOf(text.charAt(position)) < 0) {
                position++;
            }
            return text.substring(start, position);
        }

        private void skipSpace() {
            while (at(' ') || at('\t')) {
                position++;
            }
        }
    }
}
