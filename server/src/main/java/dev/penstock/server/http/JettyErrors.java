package dev.penstock.server.http;

import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Answers what Jetty refuses before a route is reached (a malformed request line, headers that are
/// too long, an ambiguous URI) with a problem like any other, and never with a page or a stack
/// trace.
final class JettyErrors extends ErrorHandler {
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private final ProblemResponses problems;

    JettyErrors(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            String message,
            Throwable cause,
            Callback callback) {
        Problem problem = problem(status);
        String id = RequestId.next();
        response.setStatus(ProblemResponses.status(problem.code()));
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, "application/problem+json")
                .put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .put(RequestId.HEADER, id);
        if (problem instanceof Problem.Later later) {
            response.getHeaders()
                    .put(HttpHeader.RETRY_AFTER, Long.toString(later.retryAfter().toSeconds()));
        }
        response.write(true, ByteBuffer.wrap(problems.body(problem, id)), callback);
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 404 -> Problem.of(ProblemCode.NOT_FOUND, "There is nothing at this address.");
            case 405 ->
                    Problem.of(
                            ProblemCode.METHOD_NOT_ALLOWED, "This address takes another method.");
            case 413, 414, 431 ->
                    Problem.of(
                            ProblemCode.INVALID_PARAMETER,
                            "The address or a header is too long: shorten it.");
            case 503 ->
                    new Problem.Later(
                            ProblemCode.STORAGE_UNAVAILABLE,
                            "This node is stopping: repeat the call.",
                            ASK_AGAIN);
            case 500 -> Problem.of(ProblemCode.INTERNAL_ERROR, "Something went wrong on our side.");
            default ->
                    Problem.of(
                            ProblemCode.INVALID_PARAMETER,
                            "This is no HTTP/1.1 request as this service reads it: check its first line and"
                                    + " its headers.");
        };
    }
}
