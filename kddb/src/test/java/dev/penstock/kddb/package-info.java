/// Tests of the container.
@NullMarked
package dev.penstock.kddb;

import org.jspecify.annotations.NullMarked;
