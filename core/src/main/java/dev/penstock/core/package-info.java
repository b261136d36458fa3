/// What an upload, an intake and a document are: states, rules and ports.
@NullMarked
package dev.penstock.core;

import org.jspecify.annotations.NullMarked;
