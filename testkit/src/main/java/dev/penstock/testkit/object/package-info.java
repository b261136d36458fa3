/// What every [dev.penstock.core.object.ObjectStore] must do, seen over real sockets.
@NullMarked
package dev.penstock.testkit.object;

import org.jspecify.annotations.NullMarked;
