package dev.penstock.embedded;

import dev.penstock.sigv4.Credentials;
import dev.penstock.sigv4.Header;
import dev.penstock.sigv4.PresignRequest;
import dev.penstock.sigv4.QueryParameter;
import dev.penstock.sigv4.QueryPresigner;
import dev.penstock.sigv4.S3Uri;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Presigned URLs of the test credentials, good for 15 minutes.
final class Presigned {
    static final Duration EXPIRY = Duration.ofMinutes(15);

    static URI put(URI endpoint, String bucket, String key) {
        return url("PUT", endpoint, bucket, key, Map.of(), Map.of());
    }

    static URI get(URI endpoint, String bucket, String key) {
        return url("GET", endpoint, bucket, key, Map.of(), Map.of());
    }

    static URI url(
            String method,
            URI endpoint,
            String bucket,
            String key,
            Map<String, String> query,
            Map<String, String> headers) {
        return url(method, endpoint, bucket, key, query, headers, Instant.now());
    }

    static URI url(
            String method,
            URI endpoint,
            String bucket,
            String key,
            Map<String, String> query,
            Map<String, String> headers,
            Instant at) {
        List<QueryParameter> parameters =
                query.entrySet().stream()
                        .map(entry -> new QueryParameter(entry.getKey(), entry.getValue()))
                        .toList();
        List<Header> signed =
                headers.entrySet().stream()
                        .map(entry -> new Header(entry.getKey(), entry.getValue()))
                        .toList();
        PresignRequest request =
                new PresignRequest(
                        method, S3Uri.pathStyle(endpoint, bucket, key), parameters, signed, EXPIRY);
        Credentials credentials = Credentials.of(TestStorage.ACCESS_KEY, TestStorage.SECRET_KEY);
        return URI.create(
                new QueryPresigner(credentials, TestStorage.REGION).presign(request, at).url());
    }

    private Presigned() {}
}
