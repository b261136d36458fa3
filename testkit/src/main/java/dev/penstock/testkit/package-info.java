/// What the tests of several modules share: contract suites of the ports, and a clock that can be
/// moved.
@NullMarked
package dev.penstock.testkit;

import org.jspecify.annotations.NullMarked;
