/// Any S3-compatible storage as an [dev.penstock.core.object.ObjectStore]: control calls by the AWS
/// SDK, presigned URLs by our own SigV4.
@NullMarked
package dev.penstock.s3;

import org.jspecify.annotations.NullMarked;
