package dev.penstock.sigv4;

import java.time.Instant;

/// The request in the one form that both sides hash.
record CanonicalRequest(
        String method, String path, String query, CanonicalHeaders headers, PayloadHash payload) {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    String text() {
        return String.join(
                "\n",
                method,
                path,
                query,
                headers.lines(),
                headers.signedNames(),
                payload.headerValue());
    }

    String stringToSign(Instant time, Scope scope) {
        return String.join(
                "\n", ALGORITHM, AmzDate.format(time), scope.toString(), Sha256.hex(text()));
    }
}
