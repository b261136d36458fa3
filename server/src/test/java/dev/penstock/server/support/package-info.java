/// A running service for tests, and a client that holds every answer against the contract.
@NullMarked
package dev.penstock.server.support;

import org.jspecify.annotations.NullMarked;
