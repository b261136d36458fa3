/// What the storage remembers: buckets, objects, uploads and where their bytes lie, in one SQLite
/// database with one writer whose concurrent commits share a transaction and an fsync.
@NullMarked
package dev.penstock.embedded.catalog;

import org.jspecify.annotations.NullMarked;
