/// Tests of signing and verification.
@NullMarked
package dev.penstock.sigv4;

import org.jspecify.annotations.NullMarked;
