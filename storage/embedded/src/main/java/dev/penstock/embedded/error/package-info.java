/// What the storage refuses with: S3's own error codes, statuses and sentences.
@NullMarked
package dev.penstock.embedded.error;

import org.jspecify.annotations.NullMarked;
