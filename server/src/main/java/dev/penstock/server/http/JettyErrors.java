package dev.penstock.server.http;

import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Answers what Jetty refuses before a route is reached (a malformed request line, headers that are
/// too long, an ambiguous URI) with a problem like any other, and never with a page or a stack
/// trace.
final class JettyErrors extends ErrorHandler {
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
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.write(true, ByteBuffer.wrap(body(status)), callback);
    }

    private byte[] body(int status) {
        return problems.body(problem(status), UUID.randomUUID().toString());
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 404 -> Problem.of(ProblemCode.NOT_FOUND, "There is nothing at this address.");
            case 405 -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "Not with this method.");
            case 413, 414, 431 ->
                    Problem.of(
                            ProblemCode.INVALID_PARAMETER, "The address or a header is too long.");
            default ->
                    status < 500
                            ? Problem.of(
                                    ProblemCode.INVALID_PARAMETER,
                                    "This is not a valid HTTP request.")
                            : Problem.of(
                                    ProblemCode.INTERNAL_ERROR,
                                    "Something went wrong on our side.");
        };
    }
}
