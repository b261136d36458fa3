package dev.penstock.sigv4;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A request as it came in, before anything was decoded or normalised.
///
/// @param method as sent
/// @param rawPath the request target up to the first `?`, as sent
/// @param rawQuery what follows that `?`, as sent; empty if there is none
/// @param headers values in their order by name; names become lower case
public record ReceivedRequest(
        String method, String rawPath, String rawQuery, Map<String, List<String>> headers) {

    public ReceivedRequest {
        Map<String, List<String>> lowerCase = new TreeMap<>();
        headers.forEach((name, values) ->
                lowerCase
                        .computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                        .addAll(values));
        lowerCase.replaceAll((name, values) -> List.copyOf(values));
        headers = Map.copyOf(lowerCase);
    }

    /// Splits a request target in origin form (RFC 9112 section 3.2.1).
    public static ReceivedRequest ofTarget(
            String method, String rawTarget, Map<String, List<String>> headers) {
        int question = rawTarget.indexOf('?');
        return question < 0
                ? new ReceivedRequest(method, rawTarget, "", headers)
                : new ReceivedRequest(
                        method,
                        rawTarget.substring(0, question),
                        rawTarget.substring(question + 1),
                        headers);
    }

    /// The values of a header, in their order; empty if it is absent.
    ///
    /// @param name in lower case
    List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }

    @Override
    public String toString() {
        return "ReceivedRequest[" + method + " " + rawPath + "]";
    }
}
