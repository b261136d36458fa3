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

    public static void none(Context ctx) {
        ctx.status(204);
    }
}
