package dev.penstock.embedded.http;

import dev.penstock.embedded.error.S3Error;
import dev.penstock.sigv4.UriEncoding;

/// Bucket and key of a path-style request: `/bucket/key`, where every byte behind the second slash
/// belongs to the key.
record RequestTarget(String bucket, String key) {

    /// @throws dev.penstock.embedded.error.S3Exception `InvalidURI` for escapes that are broken or
    ///   not UTF-8
    static RequestTarget parse(String rawPath) {
        if (!rawPath.startsWith("/")) {
            throw S3Error.INVALID_URI.exception();
        }
        int slash = rawPath.indexOf('/', 1);
        try {
            return slash < 0
                    ? new RequestTarget(UriEncoding.decodePath(rawPath.substring(1)), "")
                    : new RequestTarget(
                            UriEncoding.decodePath(rawPath.substring(1, slash)),
                            UriEncoding.decodePath(rawPath.substring(slash + 1)));
        } catch (IllegalArgumentException e) {
            throw S3Error.INVALID_URI.exception();
        }
    }
}
