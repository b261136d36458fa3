package dev.penstock.embedded.operation;

import dev.penstock.embedded.catalog.ObjectChecksum;
import dev.penstock.embedded.catalog.StoredObject;
import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.http.S3Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// The headers that an object is read with.
final class ObjectReply {
    private static final Map<String, String> OVERRIDES =
            Map.of(
                    "response-cache-control", "cache-control",
                    "response-content-disposition", "content-disposition",
                    "response-content-encoding", "content-encoding",
                    "response-content-language", "content-language",
                    "response-content-type", "content-type",
                    "response-expires", "expires");

    static SequencedMap<String, String> headers(S3Request request, StoredObject object) {
        SequencedMap<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "binary/octet-stream");
        headers.putAll(object.headers().values());
        headers.putAll(overrides(request));
        headers.put("ETag", Etag.quoted(object.etag()));
        headers.put("Last-Modified", HttpDate.format(object.modifiedAt()));
        headers.put("Accept-Ranges", "bytes");
        return headers;
    }

    /// The whole object's checksum, for whom asks for it.
    static Map<String, String> checksum(S3Request request, ObjectChecksum checksum) {
        boolean wanted =
                request.header("x-amz-checksum-mode").filter("ENABLED"::equals).isPresent();
        return wanted ? checksum(checksum) : Map.of();
    }

    static Map<String, String> checksum(ObjectChecksum checksum) {
        return Map.of(
                checksum.algorithm().headerName(),
                checksum.value(),
                "x-amz-checksum-type",
                checksum.type().name());
    }

    private static Map<String, String> overrides(S3Request request) {
        Map<String, String> headers = new LinkedHashMap<>();
        OVERRIDES.forEach((parameter, header) ->
                request.parameter(parameter)
                        .ifPresent(value -> headers.put(header, checked(parameter, value))));
        return headers;
    }

    private static String checked(String parameter, String value) {
        if (value.chars().anyMatch(c -> c < ' ' || c > 0xFF || c == 0x7F)) {
            throw S3Error.INVALID_ARGUMENT
                    .exception("A response header has no control and no wide characters.")
                    .with("ArgumentName", parameter);
        }
        return value;
    }

    private ObjectReply() {}
}
