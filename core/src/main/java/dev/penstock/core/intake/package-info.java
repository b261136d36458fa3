/// Organizations, document stores and intakes: who receives, under which limits.
@NullMarked
package dev.penstock.core.intake;

import org.jspecify.annotations.NullMarked;
