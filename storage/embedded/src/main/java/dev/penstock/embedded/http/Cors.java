package dev.penstock.embedded.http;

import dev.penstock.embedded.error.S3Error;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets web pages of other origins send and read objects, and see the headers they need for it
/// (<https://fetch.spec.whatwg.org/#http-cors-protocol>). Signatures are what keeps people out.
public final class Cors {
    private static final List<String> METHODS = List.of("GET", "HEAD", "PUT", "POST", "DELETE");
    private static final String EXPOSED =
            "ETag, Content-Length, Content-Range, Accept-Ranges, Last-Modified, Content-Disposition,"
                    + " Location, x-amz-request-id, x-amz-checksum-crc32, x-amz-checksum-crc32c,"
                    + " x-amz-checksum-crc64nvme, x-amz-checksum-sha1, x-amz-checksum-sha256,"
                    + " x-amz-checksum-type, x-amz-mp-parts-count";
    private static final String MAX_AGE_SECONDS = "3000";

    private final List<String> origins;

    /// @param origins as browsers write them, `https://app.example.com`; `*` for all
    public Cors(List<String> origins) {
        this.origins = List.copyOf(origins);
    }

    /// The headers that every reply to a page carries, refusals included.
    Map<String, String> headers(RequestHeaders request) {
        Map<String, String> headers = new LinkedHashMap<>();
        allowed(request)
                .ifPresent(allowed -> {
                    headers.put("Access-Control-Allow-Origin", allowed);
                    headers.put("Access-Control-Expose-Headers", EXPOSED);
                });
        if (!origins.contains("*")) {
            headers.put("Vary", "Origin");
        }
        return headers;
    }

    /// The answer to `OPTIONS`, by which a browser asks before it sends.
    ///
    /// @throws dev.penstock.embedded.error.S3Exception `AccessForbidden`, or `BadRequest` if it is
    ///   no such question
    Reply preflight(RequestHeaders request) {
        Optional<String> method = request.find("access-control-request-method");
        if (!request.has("origin") || method.isEmpty()) {
            throw S3Error.BAD_REQUEST.exception(
                    "Insufficient information. Origin and Access-Control-Request-Method request"
                            + " headers needed.");
        }
        if (allowed(request).isEmpty() || !METHODS.contains(method.get())) {
            throw S3Error.ACCESS_FORBIDDEN.exception();
        }
        Reply reply =
                Reply.of(200)
                        .with("Access-Control-Allow-Methods", String.join(", ", METHODS))
                        .with("Access-Control-Max-Age", MAX_AGE_SECONDS);
        return request.find("access-control-request-headers")
                .map(wanted -> reply.with("Access-Control-Allow-Headers", wanted))
                .orElse(reply);
    }

    private Optional<String> allowed(RequestHeaders request) {
        return request.find("origin")
                .flatMap(origin ->
                        origins.contains("*")
                                ? Optional.of("*")
                                : Optional.of(origin).filter(origins::contains));
    }
}
