package dev.penstock.sigv4;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Makes presigned URLs
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html>). The body is
/// not signed.
public final class QueryPresigner {
    private final Credentials credentials;
    private final String region;

    /// A presigner for S3 in `region`.
    public QueryPresigner(Credentials credentials, String region) {
        this.credentials = credentials;
        this.region = region;
    }

    /// A URL that is good from `time` on, until the request's expiry has passed.
    public PresignedUrl presign(PresignRequest request, Instant time) {
        List<Header> signed = new ArrayList<>(request.signedHeaders());
        signed.add(new Header("host", request.uri().authority()));
        CanonicalHeaders headers = CanonicalHeaders.of(signed);
        Scope scope = Scope.s3(time, region);
        String query = QueryString.canonical(parameters(request, time, scope, headers));
        String signature =
                SigningKey.derive(credentials, scope)
                        .sign(
                                new CanonicalRequest(
                                                request.method(),
                                                request.uri().rawPath(),
                                                query,
                                                headers,
                                                PayloadHash.Mode.UNSIGNED)
                                        .stringToSign(time, scope));
        return new PresignedUrl(
                request.uri() + "?" + query + '&' + AuthParameters.SIGNATURE + '=' + signature,
                request.signedHeaders().stream()
                        .filter(header -> !header.name().equals("content-length"))
                        .toList(),
                time.truncatedTo(ChronoUnit.SECONDS).plus(request.expiry()));
    }

    private List<QueryParameter> parameters(
            PresignRequest request, Instant time, Scope scope, CanonicalHeaders headers) {
        List<QueryParameter> all = new ArrayList<>(request.query());
        all.addAll(
                authParameters(
                        credentials,
                        scope,
                        time,
                        Expiry.seconds(request.expiry()),
                        headers.signedNames()));
        return all;
    }

    static List<QueryParameter> authParameters(
            Credentials credentials,
            Scope scope,
            Instant time,
            long expirySeconds,
            String signedHeaderNames) {
        List<QueryParameter> all = new ArrayList<>();
        all.add(new QueryParameter(AuthParameters.ALGORITHM, CanonicalRequest.ALGORITHM));
        all.add(
                new QueryParameter(
                        AuthParameters.CREDENTIAL, credentials.accessKey() + '/' + scope));
        all.add(new QueryParameter(AuthParameters.DATE, AmzDate.format(time)));
        all.add(new QueryParameter(AuthParameters.EXPIRES, Long.toString(expirySeconds)));
        all.add(new QueryParameter(AuthParameters.SIGNED_HEADERS, signedHeaderNames));
        credentials
                .sessionToken()
                .ifPresent(
                        token -> all.add(new QueryParameter(AuthParameters.SECURITY_TOKEN, token)));
        return all;
    }
}
