/// The words by which an organization orders its documents: labels, statuses, knowledge features.
@NullMarked
package dev.penstock.core.vocabulary;

import org.jspecify.annotations.NullMarked;
