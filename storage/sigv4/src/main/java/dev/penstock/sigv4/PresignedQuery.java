package dev.penstock.sigv4;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Reads the `X-Amz-` parameters of a presigned URL
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html>).
final class PresignedQuery {

    static Claim claim(ReceivedRequest request, List<QueryParameter> query) {
        if (!required(query, AuthParameters.ALGORITHM).equals(CanonicalRequest.ALGORITHM)) {
            throw RefusedException.malformed(
                    AuthParameters.ALGORITHM + " is not " + CanonicalRequest.ALGORITHM);
        }
        String credential = required(query, AuthParameters.CREDENTIAL);
        return new Claim(
                Claim.accessKeyOf(credential),
                Claim.scopeOf(credential),
                Claim.signedHeadersOf(required(query, AuthParameters.SIGNED_HEADERS)),
                Claim.signatureOf(required(query, AuthParameters.SIGNATURE)),
                Claim.timeOf(required(query, AuthParameters.DATE)),
                AuthorizationHeader.optional(request, "x-amz-content-sha256")
                        .map(Claim::payloadOf)
                        .orElse(PayloadHash.Mode.UNSIGNED),
                optional(query, AuthParameters.SECURITY_TOKEN),
                new Validity.For(lifetime(required(query, AuthParameters.EXPIRES))));
    }

    private static Duration lifetime(String seconds) {
        boolean number =
                !seconds.isEmpty()
                        && seconds.length() <= 6
                        && seconds.chars().allMatch(c -> c >= '0' && c <= '9');
        long value = number ? Long.parseLong(seconds) : -1;
        if (value < Expiry.MIN_SECONDS || value > Expiry.MAX_SECONDS) {
            throw RefusedException.malformed(
                    AuthParameters.EXPIRES + " is not a number of seconds from 1 to 604800");
        }
        return Duration.ofSeconds(value);
    }

    private static String required(List<QueryParameter> query, String name) {
        return optional(query, name)
                .orElseThrow(() -> RefusedException.malformed(name + " is missing"));
    }

    private static Optional<String> optional(List<QueryParameter> query, String name) {
        return query.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(QueryParameter::value)
                .findFirst();
    }

    private PresignedQuery() {}
}
