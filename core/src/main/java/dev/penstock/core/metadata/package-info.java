/// How the metadata of a document comes together.
@NullMarked
package dev.penstock.core.metadata;

import org.jspecify.annotations.NullMarked;
