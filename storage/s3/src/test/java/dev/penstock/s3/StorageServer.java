package dev.penstock.s3;

import java.time.Clock;

/// A running S3 server with a bucket, until it is closed.
interface StorageServer extends AutoCloseable {

    /// How to use its bucket.
    ///
    /// @param clock by which URLs are signed
    S3Settings settings(Clock clock);

    @Override
    void close();
}
