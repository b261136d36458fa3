package dev.penstock.embedded.http;

import dev.penstock.embedded.error.S3Error;
import dev.penstock.sigv4.QueryParameter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which operation a request means: S3 tells by method, by whether there is a key, and by which of
/// its reserved words are in the query.
///
/// A reserved word that no operation here takes is never passed over, it is not implemented.
public final class Routes {
    /// What a request is about.
    public enum Level {
        SERVICE,
        BUCKET,
        OBJECT
    }

    /// One way to ask.
    public record Route(String method, Level level, Set<String> words) {
        public Route {
            words = Set.copyOf(words);
        }

        /// A way to ask for something about a bucket.
        public static Route bucket(String method, String... words) {
            return new Route(method, Level.BUCKET, Set.of(words));
        }

        /// A way to ask for something about an object.
        public static Route object(String method, String... words) {
            return new Route(method, Level.OBJECT, Set.of(words));
        }
    }

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "PUT", "POST", "DELETE");
    private static final Set<String> RESERVED =
            Set.of(
                    "accelerate",
                    "acl",
                    "analytics",
                    "append",
                    "attributes",
                    "cors",
                    "delete",
                    "encryption",
                    "intelligent-tiering",
                    "inventory",
                    "legal-hold",
                    "lifecycle",
                    "list-type",
                    "location",
                    "logging",
                    "metadataConfiguration",
                    "metadataTable",
                    "metrics",
                    "notification",
                    "object-lock",
                    "ownershipControls",
                    "partNumber",
                    "policy",
                    "policyStatus",
                    "publicAccessBlock",
                    "renameObject",
                    "replication",
                    "requestPayment",
                    "restore",
                    "retention",
                    "select",
                    "session",
                    "tagging",
                    "torrent",
                    "uploadId",
                    "uploads",
                    "versionId",
                    "versioning",
                    "versions",
                    "website");

    private final Map<Route, Operation> operations;

    /// @param operations by the ways to ask for them
    public Routes(Map<Route, Operation> operations) {
        this.operations = Map.copyOf(operations);
    }

    Operation find(S3Request request) {
        if (!METHODS.contains(request.method())) {
            throw S3Error.METHOD_NOT_ALLOWED.exception().with("Method", request.method());
        }
        Operation operation =
                operations.get(new Route(request.method(), level(request), words(request)));
        if (operation == null) {
            throw S3Error.NOT_IMPLEMENTED.exception(
                    "This storage does not implement the operation that you asked for");
        }
        return operation;
    }

    private static Level level(S3Request request) {
        if (request.bucket().isEmpty()) {
            return Level.SERVICE;
        }
        return request.key().isEmpty() ? Level.BUCKET : Level.OBJECT;
    }

    private static Set<String> words(S3Request request) {
        return request.query().stream()
                .map(QueryParameter::name)
                .filter(RESERVED::contains)
                .collect(Collectors.toSet());
    }
}
