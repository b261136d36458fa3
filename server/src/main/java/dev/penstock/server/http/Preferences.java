package dev.penstock.server.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;

/// The header `Prefer` (RFC 7240).
final class Preferences {
    static final String RESPOND_ASYNC = "respond-async";

    private Preferences() {}

    static boolean respondAsync(Context ctx) {
        return Collections.list(ctx.req().getHeaders("Prefer")).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(preference -> preference.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .anyMatch(RESPOND_ASYNC::equals);
    }
}
