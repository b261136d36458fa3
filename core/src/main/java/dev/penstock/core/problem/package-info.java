/// What can go wrong, as one closed list.
@NullMarked
package dev.penstock.core.problem;

import org.jspecify.annotations.NullMarked;
