package dev.penstock.sigv4;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks at the signature of an incoming request, in its header or its query.
///
/// Every parameter of the query is signed. A path may be signed as it was sent, or in S3's
/// canonical encoding of what was sent, which is what a signer has hashed when an HTTP client below
/// it wrote an escape differently; both name the same object.
public final class SignatureVerifier {
    private final CredentialsLookup credentials;
    private final String region;
    private final InstantSource clock;

    /// A verifier for S3 in `region`.
    public SignatureVerifier(CredentialsLookup credentials, String region, InstantSource clock) {
        this.credentials = credentials;
        this.region = region;
        this.clock = clock;
    }

    /// Never throws for what a client may send.
    public Verification verify(ReceivedRequest request) {
        try {
            return verified(request, query(request));
        } catch (RefusedException e) {
            return e.toResult();
        }
    }

    private Verification verified(ReceivedRequest request, List<QueryParameter> query) {
        Claim claim = Claim.of(request, query);
        checkScope(claim);
        Credentials known = credentials(claim);
        SignedHeaderRules.check(request, claim.signedHeaders());
        claim.validity().check(claim.time(), clock.instant());
        SigningKey key = SigningKey.derive(known, claim.scope());
        checkSignature(request, query, claim, key);
        return new Verification.Verified(
                claim.accessKey(),
                claim.scope(),
                claim.time(),
                claim.payload(),
                claim.signedHeaders(),
                key,
                claim.signature());
    }

    private static List<QueryParameter> query(ReceivedRequest request) {
        List<QueryParameter> query = parsed(request.rawQuery());
        Set<String> names = new HashSet<>();
        if (!query.stream().map(QueryParameter::name).allMatch(names::add)) {
            throw new RefusedException(
                    Refusal.DUPLICATE, "a query parameter is there more than once");
        }
        return query;
    }

    private static List<QueryParameter> parsed(String rawQuery) {
        try {
            return QueryString.parse(rawQuery);
        } catch (IllegalArgumentException e) {
            throw RefusedException.malformed("the query is not percent-encoded UTF-8");
        }
    }

    private void checkScope(Claim claim) {
        Scope scope = claim.scope();
        if (!scope.service().equals("s3") || !scope.region().equals(region)) {
            throw new RefusedException(
                    Refusal.WRONG_SCOPE, "the scope is not service s3 in region " + region);
        }
        if (!scope.date().equals(LocalDate.ofInstant(claim.time(), ZoneOffset.UTC))) {
            throw new RefusedException(
                    Refusal.WRONG_SCOPE, "the scope's day is not that of the signature's date");
        }
    }

    private Credentials credentials(Claim claim) {
        Credentials known =
                credentials
                        .find(claim.accessKey())
                        .orElseThrow(() ->
                                new RefusedException(
                                        Refusal.UNKNOWN_ACCESS_KEY,
                                        "the access key is not known here"));
        String expected = known.sessionToken().orElse("");
        if (!ChunkSignatures.matches(expected, claim.sessionToken().orElse(""))) {
            throw new RefusedException(
                    Refusal.WRONG_SESSION_TOKEN, "the session token is not that of the access key");
        }
        return known;
    }

    private static void checkSignature(
            ReceivedRequest request, List<QueryParameter> query, Claim claim, SigningKey key) {
        String canonicalQuery = QueryString.canonical(withoutSignature(query));
        CanonicalHeaders headers = CanonicalHeaders.of(request, claim.signedHeaders());
        boolean matches =
                paths(request.rawPath())
                        .map(path ->
                                new CanonicalRequest(
                                        request.method(),
                                        path,
                                        canonicalQuery,
                                        headers,
                                        claim.payload()))
                        .map(canonical -> canonical.stringToSign(claim.time(), claim.scope()))
                        .anyMatch(
                                text -> ChunkSignatures.matches(key.sign(text), claim.signature()));
        if (!matches) {
            throw new RefusedException(
                    Refusal.SIGNATURE_MISMATCH,
                    "the signature is not that of this request; check the secret key and the"
                            + " canonical request");
        }
    }

    private static List<QueryParameter> withoutSignature(List<QueryParameter> query) {
        return query.stream()
                .filter(parameter -> !parameter.name().equals(AuthParameters.SIGNATURE))
                .toList();
    }

    private static Stream<String> paths(String rawPath) {
        if (!rawPath.startsWith("/")) {
            throw RefusedException.malformed("the request target does not start with /");
        }
        try {
            return Stream.of(rawPath, canonical(rawPath)).distinct();
        } catch (IllegalArgumentException e) {
            throw RefusedException.malformed("the path is not percent-encoded UTF-8");
        }
    }

    /// Segment by segment, so that an escaped `/` never turns into one that separates.
    private static String canonical(String rawPath) {
        return Arrays.stream(rawPath.split("/", -1))
                .map(segment -> UriEncoding.encode(UriEncoding.decodePath(segment)))
                .collect(Collectors.joining("/"));
    }
}
