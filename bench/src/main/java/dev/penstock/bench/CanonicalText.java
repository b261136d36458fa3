package dev.penstock.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.penstock.sigv4.Credentials;
import dev.penstock.sigv4.PresignRequest;
import dev.penstock.sigv4.QueryParameter;
import dev.penstock.sigv4.QueryPresigner;
import dev.penstock.sigv4.S3Uri;
import dev.penstock.sigv4.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// The very bytes that signing a part's URL hashes, put together once.
final class CanonicalText {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    /// The canonical request of part 5000.
    static byte[] ofPart(
            S3Uri uri,
            Credentials credentials,
            String region,
            Instant time,
            Duration expiry,
            String uploadId) {
        String url = url(uri, credentials, region, time, expiry, uploadId);
        return String.join(
                        "\n",
                        "PUT",
                        uri.rawPath(),
                        url.substring(url.indexOf('?') + 1, url.indexOf("&X-Amz-Signature=")),
                        "host:" + uri.authority(),
                        "",
                        "host",
                        "UNSIGNED-PAYLOAD")
                .getBytes(US_ASCII);
    }

    static String url(
            S3Uri uri,
            Credentials credentials,
            String region,
            Instant time,
            Duration expiry,
            String uploadId) {
        List<QueryParameter> query =
                List.of(
                        new QueryParameter("partNumber", "5000"),
                        new QueryParameter("uploadId", uploadId));
        return new QueryPresigner(credentials, region)
                .presign(new PresignRequest("PUT", uri, query, List.of(), expiry), time)
                .url();
    }

    /// A string to sign, with zeros for the hash.
    static byte[] stringToSign(String region, Instant time) {
        return String.join(
                        "\n",
                        "AWS4-HMAC-SHA256",
                        DATE.format(time.atOffset(ZoneOffset.UTC)),
                        Scope.s3(time, region).toString(),
                        "0".repeat(64))
                .getBytes(US_ASCII);
    }

    private CanonicalText() {}
}
