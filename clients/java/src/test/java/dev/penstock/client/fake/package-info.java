/// A small service and a small storage, on real sockets, that keep to the wire contract as far as a
/// client can see and misbehave on demand.
@NullMarked
package dev.penstock.client.fake;

import org.jspecify.annotations.NullMarked;
