/// What runs by itself, on every node: recovery, cleaning up, keeping leases.
@NullMarked
package dev.penstock.server.background;

import org.jspecify.annotations.NullMarked;
