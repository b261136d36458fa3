/// Benchmarks of what has to be fast, each beside the plain thing it is measured against.
@NullMarked
package dev.penstock.bench;

import org.jspecify.annotations.NullMarked;
