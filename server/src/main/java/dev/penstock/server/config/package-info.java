/// What an operator may set: one record per subject, read from a YAML file and the environment.
@NullMarked
package dev.penstock.server.config;

import org.jspecify.annotations.NullMarked;
