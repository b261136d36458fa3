/// HTTP/1.1 by hand over sockets, as little of it as a front needs that passes messages on
/// untouched and breaks them where it wants (RFC 9112).
@NullMarked
package dev.penstock.testkit.misbehaving.wire;

import org.jspecify.annotations.NullMarked;
