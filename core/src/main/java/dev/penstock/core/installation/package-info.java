/// What one installation remembers of itself.
@NullMarked
package dev.penstock.core.installation;

import org.jspecify.annotations.NullMarked;
