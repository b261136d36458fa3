package dev.penstock.embedded.http;

import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.error.S3Exception;
import dev.penstock.sigv4.ReceivedRequest;
import dev.penstock.sigv4.SignatureVerifier;
import dev.penstock.sigv4.Verification;
import dev.penstock.sigv4.Verification.Verified;

/// Lets in what is signed, and tells the others why not in S3's words.
public final class Doorkeeper {
    private final SignatureVerifier verifier;

    /// @param verifier of signatures for this storage's region and credentials
    public Doorkeeper(SignatureVerifier verifier) {
        this.verifier = verifier;
    }

    Verified letIn(ReceivedRequest request) {
        return switch (verifier.verify(request)) {
            case Verified verified -> verified;
            case Verification.Refused refused -> throw refusal(request, refused);
        };
    }

    private static S3Exception refusal(ReceivedRequest request, Verification.Refused refused) {
        String detail = refused.detail();
        return switch (refused.reason()) {
            case MISSING_AUTHENTICATION -> S3Error.ACCESS_DENIED.exception();
            case MALFORMED, WRONG_SCOPE -> malformed(request).exception(detail);
            case DUPLICATE -> S3Error.INVALID_REQUEST.exception(detail);
            case UNKNOWN_ACCESS_KEY -> S3Error.INVALID_ACCESS_KEY_ID.exception();
            case WRONG_SESSION_TOKEN -> S3Error.INVALID_TOKEN.exception();
            case CLOCK_SKEWED -> S3Error.REQUEST_TIME_TOO_SKEWED.exception();
            case EXPIRED -> S3Error.REQUEST_EXPIRED.exception();
            case NOT_YET_VALID, HOST_NOT_SIGNED, SIGNED_HEADER_ABSENT, HEADER_NOT_SIGNED ->
                    S3Error.ACCESS_DENIED.exception(detail);
            case SIGNATURE_MISMATCH -> S3Error.SIGNATURE_DOES_NOT_MATCH.exception();
        };
    }

    private static S3Error malformed(ReceivedRequest request) {
        return request.headers().containsKey("authorization")
                ? S3Error.AUTHORIZATION_HEADER_MALFORMED
                : S3Error.AUTHORIZATION_QUERY_PARAMETERS_ERROR;
    }
}
