/// Bodies as they come in: read through small buffers, unwrapped, compared with what was signed and
/// with the checksums that came along.
@NullMarked
package dev.penstock.embedded.body;

import org.jspecify.annotations.NullMarked;
