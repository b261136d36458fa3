/// How the service's log looks and how much of it there is.
@NullMarked
package dev.penstock.server.logging;

import org.jspecify.annotations.NullMarked;
