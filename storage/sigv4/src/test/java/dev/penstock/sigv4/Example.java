package dev.penstock.sigv4;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// One server, one pair of keys, one object, and a moment.
final class Example {
    static final Credentials CREDENTIALS = Credentials.of("PENSTOCKEXAMPLE", "a secret key");
    static final String REGION = "eu-central-1";
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration EXPIRY = Duration.ofMinutes(15);
    static final S3Uri URI_OF_OBJECT =
            S3Uri.pathStyle(URI.create("http://127.0.0.1:8481"), "bucket", "a b/ü!.pdf");

    static SignatureVerifier verifierAt(Instant time) {
        return new SignatureVerifier(
                CredentialsLookup.only(CREDENTIALS), REGION, InstantSource.fixed(time));
    }

    static Verification verify(ReceivedRequest request) {
        return verifierAt(NOW).verify(request);
    }

    static PresignRequest get() {
        return PresignRequest.of("GET", URI_OF_OBJECT, EXPIRY);
    }

    static PresignedUrl presign(PresignRequest request) {
        return new QueryPresigner(CREDENTIALS, REGION).presign(request, NOW);
    }

    /// A signed GET of the object, as its receiver sees it.
    static ReceivedRequest signedGet(Header... more) {
        return signed("GET", PayloadHash.of(new byte[0]), List.of(), more);
    }

    static ReceivedRequest signed(
            String method, PayloadHash payload, List<QueryParameter> query, Header... more) {
        List<Header> headers = new ArrayList<>(List.of(more));
        headers.add(new Header("host", URI_OF_OBJECT.authority()));
        SignedRequest signed =
                new HeaderSigner(CREDENTIALS, REGION)
                        .sign(
                                new SignableRequest(
                                        method, URI_OF_OBJECT.rawPath(), query, headers),
                                payload,
                                NOW);
        headers.addAll(signed.headers());
        return new ReceivedRequest(
                method,
                URI_OF_OBJECT.rawPath(),
                QueryString.canonical(query),
                Requests.headers(headers));
    }

    private Example() {}
}
