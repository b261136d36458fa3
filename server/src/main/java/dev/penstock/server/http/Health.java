package dev.penstock.server.http;

import dev.penstock.contract.ContractJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// `GET /health/live` and `/health/ready`: 200 or 503 for whoever starts and stops nodes.
final class Health {
    private final BooleanSupplier ready;

    /// @param ready whether database and storage can be used, and the node is not stopping
    Health(BooleanSupplier ready) {
        this.ready = ready;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/health/live", ctx -> answer(ctx, true));
        routes.get("/health/ready", ctx -> answer(ctx, ready.getAsBoolean()));
    }

    private static void answer(Context ctx, boolean up) {
        ctx.status(up ? 200 : 503);
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json");
        ctx.result(ContractJson.write(Map.of("status", up ? "up" : "down")));
    }
}
