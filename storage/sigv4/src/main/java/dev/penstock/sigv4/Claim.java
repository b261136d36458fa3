package dev.penstock.sigv4;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a request says of its own signature, read but not believed.
record Claim(
        String accessKey,
        Scope scope,
        List<String> signedHeaders,
        String signature,
        Instant time,
        PayloadHash payload,
        Optional<String> sessionToken,
        Validity validity) {

    /// Reads the claim from wherever the request has it.
    ///
    /// @throws RefusedException if there is none, there are two, or it cannot be read
    static Claim of(ReceivedRequest request, List<QueryParameter> query) {
        boolean byHeader = !request.header("authorization").isEmpty();
        boolean byQuery =
                query.stream()
                        .map(QueryParameter::name)
                        .anyMatch(AuthParameters.REQUIRED::contains);
        if (byHeader && byQuery) {
            throw RefusedException.malformed(
                    "the request is signed by header and by query at once");
        }
        if (!byHeader && !byQuery) {
            throw new RefusedException(Refusal.MISSING_AUTHENTICATION, "the request is not signed");
        }
        return byHeader ? AuthorizationHeader.claim(request) : PresignedQuery.claim(request, query);
    }

    /// Splits `accessKey/20130524/us-east-1/s3/aws4_request` at its first `/`.
    static String accessKeyOf(String credential) {
        int slash = credential.indexOf('/');
        if (slash <= 0) {
            throw RefusedException.malformed("the credential has no access key and scope");
        }
        return credential.substring(0, slash);
    }

    static Scope scopeOf(String credential) {
        return Scope.parse(credential.substring(credential.indexOf('/') + 1))
                .orElseThrow(() ->
                        RefusedException.malformed(
                                "the credential's scope is not"
                                        + " yyyyMMdd/region/s3/aws4_request"));
    }

    static Instant timeOf(String date) {
        return AmzDate.parse(date)
                .orElseThrow(() -> RefusedException.malformed("the date is not yyyyMMddTHHmmssZ"));
    }

    static PayloadHash payloadOf(String headerValue) {
        return PayloadHash.parse(headerValue)
                .orElseThrow(() ->
                        RefusedException.malformed(
                                "x-amz-content-sha256 is neither a SHA-256 nor a known" + " mode"));
    }

    static String signatureOf(String signature) {
        if (!Hex.isHex(signature, 64)) {
            throw RefusedException.malformed("the signature is not 64 hexadecimal digits");
        }
        return signature;
    }

    /// Names in lower case, sorted, none twice.
    static List<String> signedHeadersOf(String names) {
        List<String> list = new ArrayList<>();
        for (String name : names.split(";", -1)) {
            if (name.isEmpty()
                    || !name.equals(name.toLowerCase(Locale.ROOT))
                    || (!list.isEmpty() && list.getLast().compareTo(name) >= 0)) {
                throw RefusedException.malformed(
                        "the signed headers are not sorted lower-case names, each once");
            }
            list.add(name);
        }
        return List.copyOf(list);
    }
}
