/// The catalog seen from within.
@NullMarked
package dev.penstock.embedded.catalog;

import org.jspecify.annotations.NullMarked;
