package dev.penstock.testkit.misbehaving;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.penstock.testkit.misbehaving.wire.Head;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What the head of a request says, path-style (`/bucket/key?…`).
///
/// @param key empty for the bucket itself
/// @param parameters of the query, decoded
record S3Request(
        String method,
        Operation operation,
        String bucket,
        String key,
        Map<String, String> parameters) {

    S3Request {
        parameters = Map.copyOf(parameters);
    }

    static S3Request of(Head head) {
        String[] words = head.startLine().split(" ", 3);
        String method = words[0];
        String target = words.length > 1 ? words[1] : "/";
        String[] halves = target.split("\\?", 2);
        String path = halves[0].startsWith("/") ? halves[0].substring(1) : halves[0];
        int slash = path.indexOf('/');
        String bucket = decoded(slash < 0 ? path : path.substring(0, slash));
        String key = slash < 0 ? "" : decoded(path.substring(slash + 1));
        Map<String, String> parameters = parameters(halves.length > 1 ? halves[1] : "");
        Operation operation =
                key.isEmpty() ? ofBucket(method, bucket, parameters) : ofObject(method, parameters);
        return new S3Request(method, operation, bucket, key, parameters);
    }

    String uploadId() {
        return parameters.getOrDefault("uploadId", "");
    }

    OptionalInt part() {
        return Optional.ofNullable(parameters.get("partNumber"))
                .filter(number -> number.matches("[0-9]{1,5}"))
                .map(number -> OptionalInt.of(Integer.parseInt(number)))
                .orElse(OptionalInt.empty());
    }

    private static Operation ofObject(String method, Map<String, String> parameters) {
        boolean ofUpload = parameters.containsKey("uploadId");
        return switch (method) {
            case "PUT" -> ofUpload ? Operation.UPLOAD_PART : Operation.PUT_OBJECT;
            case "HEAD" -> Operation.HEAD_OBJECT;
            case "GET" -> ofUpload ? Operation.LIST_PARTS : Operation.GET_OBJECT;
            case "DELETE" -> ofUpload ? Operation.ABORT_MULTIPART_UPLOAD : Operation.DELETE_OBJECT;
            case "POST" -> {
                if (ofUpload) {
                    yield Operation.COMPLETE_MULTIPART_UPLOAD;
                }
                yield parameters.containsKey("uploads")
                        ? Operation.CREATE_MULTIPART_UPLOAD
                        : Operation.OTHER;
            }
            default -> Operation.OTHER;
        };
    }

    private static Operation ofBucket(
            String method, String bucket, Map<String, String> parameters) {
        if (bucket.isEmpty()) {
            return Operation.OTHER;
        }
        return switch (method) {
            case "HEAD" -> Operation.HEAD_BUCKET;
            case "POST" ->
                    parameters.containsKey("delete") ? Operation.DELETE_OBJECTS : Operation.OTHER;
            case "GET" -> {
                if (parameters.containsKey("uploads")) {
                    yield Operation.LIST_MULTIPART_UPLOADS;
                }
                yield parameters.containsKey("location") ? Operation.OTHER : Operation.LIST_OBJECTS;
            }
            default -> Operation.OTHER;
        };
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] halves = pair.split("=", 2);
            parameters.put(decoded(halves[0]), halves.length > 1 ? decoded(halves[1]) : "");
        }
        return parameters;
    }

    /// What is encoded wrongly stays as it is: the storage is the one to refuse it.
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /// No parameters: signatures are among them.
    @Override
    public String toString() {
        return "S3Request[" + operation + " " + bucket + "/" + key + "]";
    }
}
