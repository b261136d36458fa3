package dev.penstock.s3;

import dev.penstock.core.object.ObjectKey;
import dev.penstock.sigv4.S3Uri;
import java.net.URI;
import java.util.Locale;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// How the objects of the bucket are addressed: for the service's own calls at one endpoint, in
/// presigned URLs at another.
///
/// @param control where the service's own calls go
/// @param shown the endpoint in presigned URLs
/// @param style [PathStyle#ON] or [PathStyle#OFF]
record BucketAddress(URI control, URI shown, String bucket, PathStyle style) {

    static BucketAddress of(S3Settings settings) {
        URI control = settings.endpoint().orElseGet(() -> aws(settings.region()));
        return new BucketAddress(
                control,
                settings.publicEndpoint().orElse(control),
                settings.bucket(),
                style(settings));
    }

    /// The object's address in presigned URLs.
    S3Uri shownUri(ObjectKey key) {
        return style == PathStyle.ON
                ? S3Uri.pathStyle(shown, bucket, key.value())
                : S3Uri.virtualHost(shown, bucket, key.value());
    }

    static void requireEndpoint(URI endpoint, String bucket) {
        var _ = S3Uri.pathStyle(endpoint, bucket, "");
    }

    private static URI aws(String region) {
        URI host = S3Client.serviceMetadata().endpointFor(Region.of(region));
        return URI.create("https://" + host);
    }

    /// A name with a dot has no place in a host name under a wildcard certificate, nor one with
    /// upper case (Amazon S3 User Guide, "Virtual hosting of general purpose buckets").
    private static PathStyle style(S3Settings settings) {
        return switch (settings.pathStyle()) {
            case ON -> PathStyle.ON;
            case OFF -> PathStyle.OFF;
            case AUTO ->
                    settings.endpoint().isPresent() || !fitsHostName(settings.bucket())
                            ? PathStyle.ON
                            : PathStyle.OFF;
        };
    }

    private static boolean fitsHostName(String bucket) {
        return bucket.indexOf('.') < 0 && bucket.equals(bucket.toLowerCase(Locale.ROOT));
    }
}
