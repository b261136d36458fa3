package dev.penstock.server.http;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One log line and one measurement a request. The line names the route and never the query, a
/// header or a body, which may hold secrets.
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("penstock.request");

    private final MeterRegistry metrics;

    RequestLog(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void log(Context ctx, float milliseconds) {
        String route = route(ctx);
        Timer.builder("penstock.http.requests")
                .description("Requests answered, by route and status")
                .tag("method", HeadAsGet.sent(ctx))
                .tag("route", route)
                .tag("status", Integer.toString(ctx.statusCode()))
                .register(metrics)
                .record(Duration.ofNanos((long) (milliseconds * 1e6)));
        LOG.atInfo()
                .addKeyValue("method", HeadAsGet.sent(ctx))
                .addKeyValue("route", route)
                .addKeyValue("status", ctx.statusCode())
                .addKeyValue("millis", Math.round(milliseconds))
                .addKeyValue("requestId", RequestId.of(ctx))
                .addKeyValue("caller", Authentication.describe(ctx).orElse("-"))
                .log("request");
    }

    /// The route's template, so that neither ids nor slugs fill the metrics.
    private static String route(Context ctx) {
        var endpoint = ctx.endpoints().lastHttpEndpoint();
        return endpoint == null ? "none" : endpoint.path;
    }
}
