/// Who is calling and what they may do.
@NullMarked
package dev.penstock.core.access;

import org.jspecify.annotations.NullMarked;
