/// The zero-setup storage: an S3 server inside the process, spoken to like any other S3.
///
/// Bytes lie in immutable files, everything else in one SQLite database. A body is written and
/// synced before the row that owns it is committed, and answered 200 after that commit is durable.
@NullMarked
package dev.penstock.embedded;

import org.jspecify.annotations.NullMarked;
