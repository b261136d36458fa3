/// What all repositories have in common.
@NullMarked
package dev.penstock.core.repository;

import org.jspecify.annotations.NullMarked;
