package dev.penstock.embedded.http;

import dev.penstock.sigv4.QueryParameter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The headers of a request, names in lower case. Values of a name that comes twice are joined by
/// commas.
///
/// An `x-amz-` parameter in the query of a presigned URL counts as the header of that name, as S3
/// takes it.
public final class RequestHeaders {
    private static final Set<String> SIGNATURE =
            Set.of(
                    "x-amz-algorithm",
                    "x-amz-credential",
                    "x-amz-date",
                    "x-amz-expires",
                    "x-amz-security-token",
                    "x-amz-signedheaders",
                    "x-amz-signature");

    private final Map<String, String> values = new TreeMap<>();

    RequestHeaders(Map<String, List<String>> headers, List<QueryParameter> query) {
        for (QueryParameter parameter : query) {
            String name = parameter.name().toLowerCase(Locale.ROOT);
            if (name.startsWith("x-amz-") && !SIGNATURE.contains(name)) {
                values.put(name, parameter.value());
            }
        }
        headers.forEach((name, list) -> values.put(name, String.join(",", list)));
    }

    /// The value of a header.
    ///
    /// @param name in lower case
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// Whether a header is there.
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /// All of them.
    public Map<String, String> all() {
        return Collections.unmodifiableMap(values);
    }
}
