/// The storage's folder on disk: immutable files named by chance, one process at a time, and a
/// place for files that nobody owns.
@NullMarked
package dev.penstock.embedded.blob;

import org.jspecify.annotations.NullMarked;
