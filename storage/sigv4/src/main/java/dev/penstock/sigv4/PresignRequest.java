package dev.penstock.sigv4;

import java.time.Duration;
import java.util.List;

/// What a presigned URL is to allow.
///
/// @param method in upper case
/// @param query further parameters, decoded: `partNumber`, `uploadId`, `response-content-type` …
/// @param signedHeaders headers that the sender must then send with exactly these values; `host` is
///   added
/// @param expiry 1 second to 7 days, whole seconds
public record PresignRequest(
        String method,
        S3Uri uri,
        List<QueryParameter> query,
        List<Header> signedHeaders,
        Duration expiry) {

    /// @throws IllegalArgumentException if the expiry is out of range, a parameter's name starts
    ///   with `X-Amz-` and is one that presigning adds, or `host` is among the headers
    public PresignRequest {
        Expiry.seconds(expiry);
        query = List.copyOf(query);
        signedHeaders = List.copyOf(signedHeaders);
        if (query.stream().map(QueryParameter::name).anyMatch(AuthParameters.ALL::contains)) {
            throw new IllegalArgumentException("a parameter is already there that presigning adds");
        }
        if (signedHeaders.stream().anyMatch(header -> header.name().equals("host"))) {
            throw new IllegalArgumentException("the host comes from the URI");
        }
    }

    /// A URL for this method that no header but `host` and no further parameter belongs to.
    public static PresignRequest of(String method, S3Uri uri, Duration expiry) {
        return new PresignRequest(method, uri, List.of(), List.of(), expiry);
    }
}
