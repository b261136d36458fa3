package dev.penstock.sigv4;

import java.util.List;

/// A request as its sender describes it before it is signed.
///
/// @param method in upper case
/// @param rawPath encoded path from the first `/` on, as it will be sent
/// @param query decoded parameters
/// @param headers every header that the signature is to cover
public record SignableRequest(
        String method, String rawPath, List<QueryParameter> query, List<Header> headers) {

    /// @throws IllegalArgumentException if the path does not start with `/`
    public SignableRequest {
        if (!rawPath.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with /");
        }
        query = List.copyOf(query);
        headers = List.copyOf(headers);
    }
}
