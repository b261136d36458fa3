package dev.penstock.embedded.operation;

/// S3's limits (<https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html>).
///
/// @param minPartBytes of every part but the last
/// @param maxPartBytes of a part, and of an object that is put at once
/// @param maxParts of an upload
public record Limits(long minPartBytes, long maxPartBytes, int maxParts) {
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    /// Those of S3.
    public static final Limits S3 = new Limits(5 * MIB, 5 * GIB, 10_000);
}
