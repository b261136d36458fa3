package dev.penstock.s3;

import dev.penstock.core.object.Download;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.PartToSign;
import dev.penstock.core.object.PresignedGet;
import dev.penstock.core.object.PresignedPut;
import dev.penstock.sigv4.BatchPresigner;
import dev.penstock.sigv4.Header;
import dev.penstock.sigv4.PresignRequest;
import dev.penstock.sigv4.PresignedUrl;
import dev.penstock.sigv4.QueryParameter;
import dev.penstock.sigv4.QueryPresigner;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// Signs the URLs that clients get, for the public endpoint. Asks no storage.
///
/// @param credentials as they are at the moment of signing
record UrlSigner(
        BucketAddress address,
        String region,
        Supplier<SigningCredentials> credentials,
        Clock clock) {

    List<PresignedPut> parts(
            ObjectKey key, MultipartId multipart, List<PartToSign> parts, Duration ttl) {
        SigningCredentials current = credentials.get();
        Instant now = clock.instant();
        BatchPresigner batch =
                new BatchPresigner(
                        current.credentials(),
                        region,
                        address.shownUri(key),
                        multipart.value(),
                        now,
                        lifetime(now, ttl, current.expiresAt()));
        Instant expiresAt = batch.expiresAt();
        return parts.stream().map(part -> put(batch, part, expiresAt)).toList();
    }

    PresignedGet get(Download download, Duration ttl) {
        SigningCredentials current = credentials.get();
        Instant now = clock.instant();
        PresignRequest request =
                new PresignRequest(
                        "GET",
                        address.shownUri(download.key()),
                        List.of(
                                new QueryParameter(
                                        "response-content-disposition", download.disposition()),
                                new QueryParameter("response-content-type", download.mimeType())),
                        List.of(),
                        lifetime(now, ttl, current.expiresAt()));
        PresignedUrl signed =
                new QueryPresigner(current.credentials(), region).presign(request, now);
        return new PresignedGet(URI.create(signed.url()), signed.expiresAt());
    }

    private static PresignedPut put(BatchPresigner batch, PartToSign part, Instant expiresAt) {
        Optional<Header> checksum =
                part.checksum().map(c -> new Header(c.algorithm().header(), c.base64()));
        String url =
                batch.presign(
                        new dev.penstock.sigv4.PartToSign(
                                part.number().value(),
                                part.size()
                                        .map(size -> OptionalLong.of(size.value()))
                                        .orElseGet(OptionalLong::empty),
                                checksum));
        Map<String, String> required =
                checksum.map(header -> Map.of(header.name(), header.value())).orElseGet(Map::of);
        return new PresignedPut(part.number(), url, expiresAt, required);
    }

    /// Whole seconds, no longer than the credentials live.
    private static Duration lifetime(Instant now, Duration ttl, Optional<Instant> credentialsEnd) {
        Instant start = now.truncatedTo(ChronoUnit.SECONDS);
        Duration asked = ttl.truncatedTo(ChronoUnit.SECONDS);
        return credentialsEnd
                .map(end -> Duration.between(start, end).truncatedTo(ChronoUnit.SECONDS))
                .filter(left -> left.compareTo(asked) < 0)
                .map(UrlSigner::requireSomeLeft)
                .orElse(asked);
    }

    private static Duration requireSomeLeft(Duration left) {
        if (left.isNegative() || left.isZero()) {
            throw new ObjectStoreException.Unavailable(
                    "the signing credentials have ended and were not renewed",
                    new IllegalStateException("credentials ended"));
        }
        return left;
    }
}
