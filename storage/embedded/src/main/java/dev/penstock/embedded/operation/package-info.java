/// What S3 does, one class for each operation.
///
/// Source of shapes and rules:
/// <https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations.html>.
@NullMarked
package dev.penstock.embedded.operation;

import org.jspecify.annotations.NullMarked;
