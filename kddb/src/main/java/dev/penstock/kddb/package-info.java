/// The document container (KDDB): a SQLite file that says what a document is and where its bytes
/// are; written fresh, read when somebody uploads one (then hostile), and rewritten as a copy.
/// Format: docs/kddb.md.
@NullMarked
package dev.penstock.kddb;

import org.jspecify.annotations.NullMarked;
