package dev.penstock.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;

/// Lets pages of any origin call the API (Fetch Standard, "CORS protocol"). That is safe:
/// credentials are headers that a page must know, never cookies. Refusals carry the headers too, so
/// a page can read them.
final class Cors {
    private static final String METHODS = "GET, POST, PUT, DELETE";
    private static final String HEADERS =
            "Authorization, Content-Type, Idempotency-Key, Prefer, X-Access-Token, X-Api-Key";
    private static final String EXPOSED =
            "Location, Preference-Applied, Retry-After, " + RequestId.HEADER;

    private Cors() {}

    static void addTo(RoutesConfig routes) {
        routes.before(Cors::allowOrigin);
        routes.before(Cors::answerPreflight);
    }

    private static void allowOrigin(Context ctx) {
        ctx.header("Access-Control-Allow-Origin", "*");
        ctx.header("Access-Control-Expose-Headers", EXPOSED);
    }

    private static void answerPreflight(Context ctx) {
        if (!ctx.method().equals(HandlerType.OPTIONS)) {
            return;
        }
        ctx.header("Access-Control-Allow-Methods", METHODS);
        ctx.header("Access-Control-Allow-Headers", HEADERS);
        ctx.header("Access-Control-Max-Age", "86400");
        Answers.none(ctx);
        ctx.skipRemainingHandlers();
    }
}
