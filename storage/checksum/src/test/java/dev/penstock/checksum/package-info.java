/// Tests of the checksums.
@NullMarked
package dev.penstock.checksum;

import org.jspecify.annotations.NullMarked;
