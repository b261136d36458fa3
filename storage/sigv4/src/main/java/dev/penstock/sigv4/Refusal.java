package dev.penstock.sigv4;

/// Why a request is not let in. S3's own code for each stands beside it.
public enum Refusal {
    /// Neither an `Authorization` header nor `X-Amz-` parameters. `AccessDenied`.
    MISSING_AUTHENTICATION,
    /// Something in it cannot be read, is missing, or is there by header and query at once.
    /// `AuthorizationHeaderMalformed`, `AuthorizationQueryParametersError`.
    MALFORMED,
    /// A query parameter or an authentication header is there twice. `InvalidRequest`.
    DUPLICATE,
    /// `InvalidAccessKeyId`.
    UNKNOWN_ACCESS_KEY,
    /// The session token is not that of the credentials, missing, or there without need.
    /// `InvalidToken`.
    WRONG_SESSION_TOKEN,
    /// Signed for another region, service or day. `AuthorizationHeaderMalformed`.
    WRONG_SCOPE,
    /// Signed by header more than 15 minutes ago or ahead. `RequestTimeTooSkewed`.
    CLOCK_SKEWED,
    /// A presigned URL whose time is over. `AccessDenied`.
    EXPIRED,
    /// A presigned URL from more than 15 minutes ahead. `AccessDenied`.
    NOT_YET_VALID,
    /// `host` is not among the signed headers. `AccessDenied`.
    HOST_NOT_SIGNED,
    /// A header was signed that the request does not have. `AccessDenied`.
    SIGNED_HEADER_ABSENT,
    /// The request has an `x-amz-` header that was not signed. `AccessDenied`.
    HEADER_NOT_SIGNED,
    /// `SignatureDoesNotMatch`.
    SIGNATURE_MISMATCH
}
