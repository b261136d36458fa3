package dev.penstock.sigv4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// A query string as S3 reads and signs it.
public final class QueryString {

    /// The parameters in their order; pieces between `&` that are empty are left out, `+` means a
    /// space, the first `=` ends the name.
    ///
    /// @param rawQuery what follows the `?`, as sent; may be empty
    /// @throws IllegalArgumentException if an escape is broken or not UTF-8
    public static List<QueryParameter> parse(String rawQuery) {
        List<QueryParameter> parameters = new ArrayList<>();
        for (int start = 0; start < rawQuery.length(); ) {
            int ampersand = rawQuery.indexOf('&', start);
            int end = ampersand < 0 ? rawQuery.length() : ampersand;
            if (end > start) {
                parameters.add(parameter(rawQuery.substring(start, end)));
            }
            start = end + 1;
        }
        return List.copyOf(parameters);
    }

    private static QueryParameter parameter(String piece) {
        int equals = piece.indexOf('=');
        String name = equals < 0 ? piece : piece.substring(0, equals);
        String value = equals < 0 ? "" : piece.substring(equals + 1);
        return new QueryParameter(UriEncoding.decodeQuery(name), UriEncoding.decodeQuery(value));
    }

    /// The canonical form: encoded, sorted by encoded name and then by encoded value, `=` after
    /// every name.
    static String canonical(List<QueryParameter> parameters) {
        return parameters.stream()
                .map(p -> new Encoded(UriEncoding.encode(p.name()), UriEncoding.encode(p.value())))
                .sorted(Comparator.comparing(Encoded::name).thenComparing(Encoded::value))
                .map(p -> p.name() + '=' + p.value())
                .collect(Collectors.joining("&"));
    }

    private record Encoded(String name, String value) {}

    private QueryString() {}
}
