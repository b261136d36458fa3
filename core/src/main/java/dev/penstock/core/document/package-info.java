/// Document families and the objects that hold their bytes.
@NullMarked
package dev.penstock.core.document;

import org.jspecify.annotations.NullMarked;
