package dev.penstock.server.http;

import io.javalin.http.Context;
import java.util.UUID;

/// The id of a request: made here, told in `X-Request-Id`, in every problem and in the log.
final class RequestId {
    static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = "penstock.request-id";

    private RequestId() {}

    static void assign(Context ctx) {
        String id = next();
        ctx.attribute(ATTRIBUTE, id);
        ctx.header(HEADER, id);
    }

    static String next() {
        return UUID.randomUUID().toString();
    }

    static String of(Context ctx) {
        String id = ctx.attribute(ATTRIBUTE);
        return id == null ? "unknown" : id;
    }
}
