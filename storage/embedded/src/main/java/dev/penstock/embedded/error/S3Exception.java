package dev.penstock.embedded.error;

import java.util.LinkedHashMap;
import java.util.Map;

/// A refusal that the caller reads as an S3 error document. It never means that the storage is in
/// trouble, so it has no stack trace.
public final class S3Exception extends RuntimeException {
    private final S3Error error;
    private final Map<String, String> details;
    private final Map<String, String> headers;

    S3Exception(
            S3Error error,
            String message,
            Map<String, String> details,
            Map<String, String> headers) {
        super(message, null, false, false);
        this.error = error;
        this.details = details;
        this.headers = headers;
    }

    /// What the caller did wrong.
    public S3Error error() {
        return error;
    }

    /// The sentence for the caller.
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /// More elements of the error document, name to text, in their order.
    public Map<String, String> details() {
        return details;
    }

    /// Headers of the reply.
    public Map<String, String> headers() {
        return headers;
    }

    /// The same with one more element in the error document.
    public S3Exception with(String element, Object text) {
        return new S3Exception(error, sentence(), and(details, element, text.toString()), headers);
    }

    /// The same with one more header.
    public S3Exception withHeader(String name, String value) {
        return new S3Exception(error, sentence(), details, and(headers, name, value));
    }

    private static Map<String, String> and(Map<String, String> some, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(some);
        more.put(name, value);
        return more;
    }
}
