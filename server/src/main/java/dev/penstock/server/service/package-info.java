/// The order of steps across the ports: load, decide, save, then the side effect.
@NullMarked
package dev.penstock.server.service;

import org.jspecify.annotations.NullMarked;
