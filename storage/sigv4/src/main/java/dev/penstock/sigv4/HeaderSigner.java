package dev.penstock.sigv4;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Signs requests by an `Authorization` header
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html>).
public final class HeaderSigner {
    private final Credentials credentials;
    private final String region;

    /// A signer for S3 in `region`.
    public HeaderSigner(Credentials credentials, String region) {
        this.credentials = credentials;
        this.region = region;
    }

    /// Signs all headers of the request and those it adds.
    ///
    /// @param request must hold `host`, and none of the headers that are added here
    /// @throws IllegalArgumentException if it does not
    public SignedRequest sign(SignableRequest request, PayloadHash payload, Instant time) {
        List<Header> added = added(payload, time);
        requireSignable(request, added);
        List<Header> signed = new ArrayList<>(request.headers());
        signed.addAll(added);
        CanonicalHeaders headers = CanonicalHeaders.of(signed);
        CanonicalRequest canonical =
                new CanonicalRequest(
                        request.method(),
                        request.rawPath(),
                        QueryString.canonical(request.query()),
                        headers,
                        payload);
        Scope scope = Scope.s3(time, region);
        SigningKey key = SigningKey.derive(credentials, scope);
        String signature = key.sign(canonical.stringToSign(time, scope));
        added.add(authorization(scope, headers, signature));
        return new SignedRequest(added, signature, new ChunkSignatures(key, scope, time));
    }

    private List<Header> added(PayloadHash payload, Instant time) {
        List<Header> added = new ArrayList<>();
        added.add(new Header("x-amz-content-sha256", payload.headerValue()));
        added.add(new Header("x-amz-date", AmzDate.format(time)));
        credentials
                .sessionToken()
                .ifPresent(token -> added.add(new Header("x-amz-security-token", token)));
        return added;
    }

    private Header authorization(Scope scope, CanonicalHeaders headers, String signature) {
        return new Header(
                "authorization",
                CanonicalRequest.ALGORITHM
                        + " Credential="
                        + credentials.accessKey()
                        + '/'
                        + scope
                        + ", SignedHeaders="
                        + headers.signedNames()
                        + ", Signature="
                        + signature);
    }

    private static void requireSignable(SignableRequest request, List<Header> added) {
        List<String> names = request.headers().stream().map(Header::name).toList();
        if (!names.contains("host")) {
            throw new IllegalArgumentException("the host header must be signed");
        }
        if (names.contains("authorization")
                || added.stream().map(Header::name).anyMatch(names::contains)) {
            throw new IllegalArgumentException("a header is already there that signing adds");
        }
    }
}
