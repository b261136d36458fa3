/// Rules that hold for all of core, and what its tests share.
@NullMarked
package dev.penstock.core;

import org.jspecify.annotations.NullMarked;
