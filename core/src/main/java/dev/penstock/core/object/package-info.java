/// Where bytes live: keys, parts, checksums and the [dev.penstock.core.object.ObjectStore] port.
@NullMarked
package dev.penstock.core.object;

import org.jspecify.annotations.NullMarked;
