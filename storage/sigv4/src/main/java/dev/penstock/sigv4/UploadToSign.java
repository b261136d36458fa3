package dev.penstock.sigv4;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What all part URLs of one upload share.
record UploadToSign(
        Credentials credentials,
        Scope scope,
        S3Uri uri,
        String uploadId,
        Instant time,
        long expirySeconds) {

    /// The query of part 1.
    String canonicalQuery(String signedHeaderNames) {
        List<QueryParameter> parameters =
                new ArrayList<>(
                        QueryPresigner.authParameters(
                                credentials, scope, time, expirySeconds, signedHeaderNames));
        parameters.add(new QueryParameter("partNumber", "1"));
        parameters.add(new QueryParameter("uploadId", uploadId));
        return QueryString.canonical(parameters);
    }

    CanonicalRequest canonicalRequest(String query, CanonicalHeaders headers) {
        return new CanonicalRequest(
                "PUT", uri.rawPath(), query, headers, PayloadHash.Mode.UNSIGNED);
    }

    /// What the string to sign starts with, up to the hash.
    String stringToSignPrefix() {
        return String.join(
                "\n", CanonicalRequest.ALGORITHM, AmzDate.format(time), scope.toString(), "");
    }
}
