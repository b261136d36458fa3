/// The contracts of core's repositories as test suites, and sample data for them and other tests.
@NullMarked
package dev.penstock.testkit.repository;

import org.jspecify.annotations.NullMarked;
