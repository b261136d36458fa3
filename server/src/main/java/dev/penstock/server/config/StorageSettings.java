package dev.penstock.server.config;

import java.net.URI;
import java.util.Optional;

/// Where the bytes of files go (`storage.kind`, default `embedded`).
public sealed interface StorageSettings {

    /// The S3 server in this process.
    ///
    /// @param host the address it listens on (`storage.embedded.host`, default `127.0.0.1`)
    /// @param port 0 for any free port (`storage.embedded.port`, default 8481)
    /// @param publicUrl what presigned URLs begin with; empty: by host and port
    ///   (`storage.embedded.public-url`)
    /// @param bucket made when it is not there (`storage.embedded.bucket`, default `penstock`)
    /// @param keys empty: made at the first start and kept in the data folder
    ///   (`storage.embedded.access-key`, `.secret-key`)
    record Embedded(
            String host,
            int port,
            Optional<URI> publicUrl,
            String bucket,
            Optional<StorageKeys> keys)
            implements StorageSettings {

        /// What presigned URLs begin with once it listens on a port.
        public URI publicUrl(int boundPort) {
            return publicUrl.orElseGet(() -> Urls.of(host, boundPort));
        }
    }

    /// A storage somewhere else.
    ///
    /// @param endpoint for the service's own calls; empty: AWS (`storage.s3.endpoint`)
    /// @param publicEndpoint what presigned URLs begin with; empty: the endpoint
    ///   (`storage.s3.public-endpoint`)
    /// @param region default `us-east-1` (`storage.s3.region`)
    /// @param bucket there already (`storage.s3.bucket`, required)
    /// @param keys empty: found by the AWS SDK's own chain (`storage.s3.access-key`, `.secret-key`)
    /// @param pathStyle whether the bucket is the first segment of the path instead of a part of
    ///   the host (`storage.s3.path-style`, by default only with an endpoint)
    record S3(
            Optional<URI> endpoint,
            Optional<URI> publicEndpoint,
            String region,
            String bucket,
            Optional<StorageKeys> keys,
            boolean pathStyle)
            implements StorageSettings {}
}
