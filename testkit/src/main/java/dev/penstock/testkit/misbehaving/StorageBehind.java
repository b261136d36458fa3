package dev.penstock.testkit.misbehaving;

import dev.penstock.sigv4.Credentials;
import java.net.URI;

/// The S3 server that is behind the front, and by which the front makes its own calls.
///
/// @param endpoint plain `http`; it must take a `Host` that is not its own, and paths with the
///   bucket in them
public record StorageBehind(URI endpoint, String bucket, Credentials credentials, String region) {

    /// @throws PlanException if the endpoint is not plain `http`
    public StorageBehind {
        if (!"http".equals(endpoint.getScheme()) || endpoint.getHost() == null) {
            throw new PlanException("the storage behind is http://host:port, not " + endpoint);
        }
    }
}
