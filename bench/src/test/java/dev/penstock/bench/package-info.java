/// Tests that the benchmarks compare like with like.
@NullMarked
package dev.penstock.bench;

import org.jspecify.annotations.NullMarked;
