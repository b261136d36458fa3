package dev.penstock.server.http;

import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.repository.RepositoryException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What leaves a handler as an exception becomes a problem. A fault of ours is logged with its
/// stack trace and told by the request id alone.
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final String FULL =
            "There is no room left for the service's database: repeat the call when its operator has made room.";
    private static final String AWAY =
            "The service's database does not answer at the moment: repeat the call.";
    private static final Duration WHEN_FULL = Duration.ofSeconds(30);
    private static final Duration WHEN_AWAY = Duration.ofSeconds(5);

    private final ProblemResponses problems;

    Failures(ProblemResponses problems) {
        this.problems = problems;
    }

    void addTo(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, ctx) -> problems.write(ctx, e.problem()));
        routes.exception(HttpResponseException.class, (e, ctx) -> refused(ctx, e));
        routes.exception(UncheckedIOException.class, (e, ctx) -> unread(ctx, e));
        routes.exception(EofException.class, (e, ctx) -> clientGone(ctx));
        routes.exception(RepositoryException.class, (e, ctx) -> notKept(ctx, e));
        routes.exception(Exception.class, (e, ctx) -> fault(ctx, e));
    }

    private void refused(Context ctx, HttpResponseException e) {
        switch (e) {
            case MethodNotAllowedResponse other -> {
                ctx.header("Allow", allowed(other));
                problems.write(
                        ctx,
                        Problem.of(
                                ProblemCode.METHOD_NOT_ALLOWED,
                                "This address does not take %s.".formatted(ctx.method())));
            }
            case NotFoundResponse ignored ->
                    problems.write(
                            ctx,
                            Problem.of(ProblemCode.NOT_FOUND, "There is nothing at this address."));
            default -> fault(ctx, e);
        }
    }

    /// What a 405 must name (RFC 9110, section 15.5.6). Javalin has it as the only detail.
    private static String allowed(MethodNotAllowedResponse refusal) {
        String methods = String.join(", ", refusal.getDetails().values());
        return methods.contains("GET") ? methods + ", HEAD" : methods;
    }

    private void unread(Context ctx, UncheckedIOException e) {
        if (e.getCause() instanceof EofException) {
            clientGone(ctx);
            return;
        }
        LOG.atInfo()
                .addKeyValue("requestId", RequestId.of(ctx))
                .addKeyValue("cause", String.valueOf(e.getCause()))
                .log("A request body could not be read");
        problems.write(
                ctx,
                Problem.of(ProblemCode.INVALID_BODY, "The body ended early or came too slowly."));
    }

    private void clientGone(Context ctx) {
        problems.write(ctx, Problem.of(ProblemCode.INVALID_BODY, "The body ended early."));
    }

    private void notKept(Context ctx, RepositoryException e) {
        switch (e.reason()) {
            case FULL -> later(ctx, e, FULL, WHEN_FULL);
            case AWAY -> later(ctx, e, AWAY, WHEN_AWAY);
            case FAULT -> fault(ctx, e);
        }
    }

    private void later(Context ctx, RepositoryException e, String detail, Duration retryAfter) {
        LOG.atError()
                .addKeyValue("requestId", RequestId.of(ctx))
                .addKeyValue("reason", e.reason())
                .addKeyValue("cause", e.getMessage())
                .log("The database did not do what it was asked");
        problems.write(ctx, new Problem.Later(ProblemCode.STORAGE_UNAVAILABLE, detail, retryAfter));
    }

    private void fault(Context ctx, Exception e) {
        LOG.atError()
                .addKeyValue("requestId", RequestId.of(ctx))
                .setCause(e)
                .log("A request failed");
        problems.write(
                ctx,
                Problem.of(
                        ProblemCode.INTERNAL_ERROR,
                        "Something went wrong on our side; the request id is %s."
                                .formatted(RequestId.of(ctx))));
    }
}
