/// Bodies by hand.
@NullMarked
package dev.penstock.testkit.misbehaving.wire;

import org.jspecify.annotations.NullMarked;
