/// What `penstock demo` needs: a service as a process of its own, a file to send, an intake to send
/// it to, and the figures to show for it.
@NullMarked
package dev.penstock.cli.demo;

import org.jspecify.annotations.NullMarked;
