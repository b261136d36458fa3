/// Keyset paging: lists in the order of creation, continued after an id.
@NullMarked
package dev.penstock.core.page;

import org.jspecify.annotations.NullMarked;
