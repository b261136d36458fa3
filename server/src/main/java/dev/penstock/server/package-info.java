/// The service: everything put together and started.
@NullMarked
package dev.penstock.server;

import org.jspecify.annotations.NullMarked;
