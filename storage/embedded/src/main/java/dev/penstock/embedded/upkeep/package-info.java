/// What the storage does by itself: carrying deletions out once nobody reads the bytes, and
/// clearing away what a crash left.
@NullMarked
package dev.penstock.embedded.upkeep;

import org.jspecify.annotations.NullMarked;
