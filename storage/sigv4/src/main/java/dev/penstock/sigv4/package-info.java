/// AWS Signature Version 4 as S3 takes it: signing by headers, presigned URLs, and verification, as
/// pure functions.
///
/// The one rule book is [Authenticating Requests (AWS Signature Version
/// 4)](https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html). S3
/// differs from other services in two points: a path is encoded once, and never normalised, so
/// `a//b` and `a/../b` are keys like any other.
@NullMarked
package dev.penstock.sigv4;

import org.jspecify.annotations.NullMarked;
