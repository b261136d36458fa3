package dev.penstock.sigv4;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads `Authorization: AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-auth-using-authorization-header.html>).
final class AuthorizationHeader {
    private static final Set<String> FIELDS = Set.of("Credential", "SignedHeaders", "Signature");

    static Claim claim(ReceivedRequest request) {
        Map<String, String> fields = fields(required(request, "authorization"));
        String credential = field(fields, "Credential");
        return new Claim(
                Claim.accessKeyOf(credential),
                Claim.scopeOf(credential),
                Claim.signedHeadersOf(field(fields, "SignedHeaders")),
                Claim.signatureOf(field(fields, "Signature")),
                Claim.timeOf(required(request, "x-amz-date")),
                Claim.payloadOf(required(request, "x-amz-content-sha256")),
                optional(request, "x-amz-security-token"),
                new Validity.AtOnce());
    }

    /// The one value of a header; empty if it is absent.
    ///
    /// @throws RefusedException if it is there more than once
    static Optional<String> optional(ReceivedRequest request, String name) {
        List<String> values = request.header(name);
        if (values.size() > 1) {
            throw new RefusedException(Refusal.DUPLICATE, name + " is there more than once");
        }
        return values.stream().findFirst().map(CanonicalHeaders::trimmed);
    }

    private static String required(ReceivedRequest request, String name) {
        return optional(request, name)
                .orElseThrow(() -> RefusedException.malformed(name + " is missing"));
    }

    private static Map<String, String> fields(String header) {
        if (!header.startsWith(CanonicalRequest.ALGORITHM + ' ')) {
            throw RefusedException.malformed(
                    "the authorization is not " + CanonicalRequest.ALGORITHM);
        }
        Map<String, String> fields = new HashMap<>();
        for (String piece : header.substring(CanonicalRequest.ALGORITHM.length()).split(",", -1)) {
            String field = piece.strip();
            int equals = field.indexOf('=');
            if (equals < 0 || !FIELDS.contains(field.substring(0, equals))) {
                throw RefusedException.malformed(
                        "the authorization has more than Credential, SignedHeaders, Signature");
            }
            if (fields.put(field.substring(0, equals), field.substring(equals + 1)) != null) {
                throw new RefusedException(
                        Refusal.DUPLICATE, "the authorization has a field twice");
            }
        }
        return fields;
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw RefusedException.malformed("the authorization has no " + name);
        }
        return value;
    }

    private AuthorizationHeader() {}
}
