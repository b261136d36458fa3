package dev.penstock.sigv4;

import java.util.List;

/// Which headers a signature must cover, and that it covers only what is there.
///
/// A header that S3 acts on must not be added behind the signer's back: an unsigned
/// `x-amz-copy-source` on a presigned part URL would read another object.
final class SignedHeaderRules {

    /// @throws RefusedException if the request breaks a rule
    static void check(ReceivedRequest request, List<String> signedHeaders) {
        if (!signedHeaders.contains("host")) {
            throw new RefusedException(
                    Refusal.HOST_NOT_SIGNED, "host is not among the signed headers");
        }
        for (String name : signedHeaders) {
            if (request.header(name).isEmpty()) {
                throw new RefusedException(
                        Refusal.SIGNED_HEADER_ABSENT,
                        "a signed header is missing from the request");
            }
        }
        for (String name : request.headers().keySet()) {
            if (name.startsWith("x-amz-") && !signedHeaders.contains(name)) {
                throw new RefusedException(
                        Refusal.HEADER_NOT_SIGNED,
                        "the request has an x-amz- header that was not signed");
            }
        }
    }

    private SignedHeaderRules() {}
}
