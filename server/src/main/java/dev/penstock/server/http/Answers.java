package dev.penstock.server.http;

import dev.penstock.contract.ContractJson;
import io.javalin.http.Context;

/// Writes answers.
public final class Answers {
    private Answers() {}

    public static void json(Context ctx, int status, Object body) {
        ctx.status(status);
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json");
        ctx.result(ContractJson.write(body));
    }

    /// 204.
    public static void none(Context ctx) {
        ctx.status(204);
        withoutType(ctx);
    }

    /// Takes back the type that Javalin gives to every answer: what has no body has none (RFC 9110,
    /// section 8.3).
    public static void withoutType(Context ctx) {
        ctx.res().setContentType(null);
    }
}
