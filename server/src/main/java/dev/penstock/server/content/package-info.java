/// What a file is, by its bytes.
@NullMarked
package dev.penstock.server.content;

import org.jspecify.annotations.NullMarked;
