package dev.penstock.s3;

import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.sigv4.Credentials;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/// Which bucket, where, as whom.
///
/// @param endpoint where the service's own calls go, scheme and host; empty for AWS
/// @param publicEndpoint the host in presigned URLs; empty for the same
/// @param region of the signature's scope
/// @param bucket which must exist
/// @param credentials that sign; without them the AWS SDK's own chain finds (and renews) some
/// @param capabilities what this storage keeps, as measured
/// @param clock by which URLs are signed
public record S3Settings(
        Optional<URI> endpoint,
        Optional<URI> publicEndpoint,
        String region,
        String bucket,
        Optional<Credentials> credentials,
        PathStyle pathStyle,
        StorageCapabilities capabilities,
        Clock clock) {

    /// @throws IllegalArgumentException if region or bucket is empty, or an endpoint is no http(s)
    ///   URL of scheme, host, port and path
    public S3Settings {
        if (region.isBlank() || bucket.isBlank()) {
            throw new IllegalArgumentException("a region and a bucket are needed");
        }
        endpoint.ifPresent(uri -> BucketAddress.requireEndpoint(uri, bucket));
        publicEndpoint.ifPresent(uri -> BucketAddress.requireEndpoint(uri, bucket));
    }
}
