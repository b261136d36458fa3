/// A storage that misbehaves on demand: a front before a real S3 server that passes everything on
/// untouched, and plays the faults it is told to, scripted or by a seed.
///
/// What it can play is data (`faults.json`), told in docs/misbehaving-storage.md.
@NullMarked
package dev.penstock.testkit.misbehaving;

import org.jspecify.annotations.NullMarked;
