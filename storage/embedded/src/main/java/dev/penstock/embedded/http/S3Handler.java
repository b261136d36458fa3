package dev.penstock.embedded.http;

import dev.penstock.embedded.body.BrokenBodyException;
import dev.penstock.embedded.body.Payload;
import dev.penstock.embedded.body.RateFloor;
import dev.penstock.embedded.body.RequestBody;
import dev.penstock.embedded.catalog.CatalogFullException;
import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.error.S3Exception;
import dev.penstock.sigv4.QueryString;
import dev.penstock.sigv4.ReceivedRequest;
import dev.penstock.sigv4.Verification.Verified;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a request from the wire to its operation and the reply back, on a thread that may block.
public final class S3Handler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(S3Handler.class);

    private final Doorkeeper doorkeeper;
    private final Routes routes;
    private final Cors cors;
    private final Wire wire;

    /// @param wire how patient it is
    public S3Handler(Doorkeeper doorkeeper, Routes routes, Cors cors, Wire wire) {
        this.doorkeeper = doorkeeper;
        this.routes = routes;
        this.cors = cors;
        this.wire = wire;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        request.addIdleTimeoutListener(_ -> false);
        RequestBody body = new RequestBody(request, floor());
        String requestId =
                HexFormat.of().withUpperCase().toHexDigits(ThreadLocalRandom.current().nextLong());
        response.getHeaders().put("x-amz-request-id", requestId);
        try {
            serve(request, response, body, requestId);
            finish(response, body, callback);
        } catch (IOException | RuntimeException e) {
            LOG.debug("{} is given up", requestId, e);
            callback.failed(e);
        }
        return true;
    }

    private void serve(Request request, Response response, RequestBody body, String requestId)
            throws IOException {
        Map<String, List<String>> headers = headers(request);
        cors.headers(new RequestHeaders(headers, List.of()))
                .forEach((name, value) -> response.getHeaders().put(name, value));
        try (Reply reply = reply(request, headers, body)) {
            write(reply, request, response, body);
        } catch (S3Exception e) {
            refuse(e, request, response, body, requestId);
        } catch (IOException | RuntimeException e) {
            refuse(explain(e, requestId), request, response, body, requestId);
        }
    }

    private Reply reply(Request request, Map<String, List<String>> headers, RequestBody body)
            throws IOException {
        if (request.getMethod().equals("OPTIONS")) {
            return cors.preflight(new RequestHeaders(headers, List.of()));
        }
        ReceivedRequest received =
                ReceivedRequest.ofTarget(
                        request.getMethod(), request.getHttpURI().getPathQuery(), headers);
        Verified verified = doorkeeper.letIn(received);
        S3Request asked = asked(received);
        KnownHeaders.check(asked.headers());
        Payload payload = new Payload(body, verified, length(verified, asked));
        return routes.find(asked).handle(new Call(asked, payload));
    }

    private static S3Request asked(ReceivedRequest received) {
        try {
            var query = QueryString.parse(received.rawQuery());
            RequestTarget target = RequestTarget.parse(received.rawPath());
            RequestHeaders headers = new RequestHeaders(received.headers(), query);
            return new S3Request(received.method(), target.bucket(), target.key(), query, headers);
        } catch (IllegalArgumentException e) {
            throw S3Error.INVALID_URI.exception();
        }
    }

    private static long length(Verified verified, S3Request asked) {
        String header =
                Payload.isChunked(verified.payload())
                        ? "x-amz-decoded-content-length"
                        : "content-length";
        return Call.length(asked, header).orElse(-1);
    }

    private static Map<String, List<String>> headers(Request request) {
        return request.getHeaders().stream()
                .collect(
                        Collectors.groupingBy(
                                HttpField::getLowerCaseName,
                                Collectors.mapping(
                                        field -> String.valueOf(field.getValue()),
                                        Collectors.toList())));
    }

    private void refuse(
            S3Exception refusal,
            Request request,
            Response response,
            RequestBody body,
            String requestId)
            throws IOException {
        if (response.isCommitted()) {
            throw new IOException("failed in the middle of a reply", refusal);
        }
        String resource = String.valueOf(request.getHttpURI().getPath());
        write(ErrorDocument.reply(refusal, resource, requestId), request, response, body);
    }

    private void write(Reply reply, Request request, Response response, RequestBody body)
            throws IOException {
        if (!body.isConsumed()) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        new ReplyWriter(response, floor(), wire).write(reply);
        LOG.debug("{} {} {}", request.getMethod(), request.getHttpURI().getPath(), reply.status());
    }

    private void finish(Response response, RequestBody body, Callback callback) throws IOException {
        if (body.drain(wire.drainBytes(), wire.drainTime())) {
            callback.succeeded();
        } else {
            callback.failed(new IOException("the client goes on sending after " + response));
        }
    }

    private static S3Exception explain(Exception failure, String requestId) {
        if (failure instanceof BrokenBodyException broken) {
            return broken.isSilence()
                    ? S3Error.REQUEST_TIMEOUT.exception()
                    : S3Error.INCOMPLETE_BODY.exception();
        }
        if (failure instanceof CatalogFullException || isDiskFull(failure)) {
            LOG.error("{} failed: the disk is full", requestId);
            return S3Error.SERVICE_UNAVAILABLE.exception("The disk of the storage is full.");
        }
        LOG.error("{} failed", requestId, failure);
        return S3Error.INTERNAL_ERROR.exception();
    }

    private static boolean isDiskFull(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof IOException
                && (message.contains("No space left on device")
                        || message.contains("Disk quota exceeded"));
    }

    private RateFloor floor() {
        return new RateFloor(wire.bytesPerSecond(), wire.rateWindow(), System::nanoTime);
    }
}
