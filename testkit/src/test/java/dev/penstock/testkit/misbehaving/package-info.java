/// The faults of the misbehaving storage, each played once over real sockets.
@NullMarked
package dev.penstock.testkit.misbehaving;

import org.jspecify.annotations.NullMarked;
