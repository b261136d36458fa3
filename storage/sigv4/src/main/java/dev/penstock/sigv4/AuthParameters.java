package dev.penstock.sigv4;

import java.util.List;

/// Names of the query parameters that make a URL a presigned one.
final class AuthParameters {
    static final String ALGORITHM = "X-Amz-Algorithm";
    static final String CREDENTIAL = "X-Amz-Credential";
    static final String DATE = "X-Amz-Date";
    static final String EXPIRES = "X-Amz-Expires";
    static final String SECURITY_TOKEN = "X-Amz-Security-Token";
    static final String SIGNED_HEADERS = "X-Amz-SignedHeaders";
    static final String SIGNATURE = "X-Amz-Signature";

    static final List<String> ALL =
            List.of(
                    ALGORITHM,
                    CREDENTIAL,
                    DATE,
                    EXPIRES,
                    SECURITY_TOKEN,
                    SIGNED_HEADERS,
                    SIGNATURE);

    /// Those without which there is no presigned URL.
    static final List<String> REQUIRED =
            List.of(ALGORITHM, CREDENTIAL, DATE, EXPIRES, SIGNED_HEADERS, SIGNATURE);

    private AuthParameters() {}
}
