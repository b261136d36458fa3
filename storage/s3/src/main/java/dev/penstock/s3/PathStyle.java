package dev.penstock.s3;

/// Where the bucket's name stands in a URL: `https://host/bucket/key`, or
/// `https://bucket.host/key`.
public enum PathStyle {
    /// Off for AWS, on for every endpoint that is named.
    AUTO,
    ON,
    OFF
}
